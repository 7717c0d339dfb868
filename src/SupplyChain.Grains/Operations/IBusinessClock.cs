namespace SupplyChain.Operations;

/// <summary>The day the business is in: what lateness, risk and figures are judged against.</summary>
public interface IBusinessClock
{
    /// <summary>The instant the business has reached.</summary>
    DateTimeOffset Now { get; }
}
