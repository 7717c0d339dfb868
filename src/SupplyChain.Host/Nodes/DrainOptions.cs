namespace SupplyChain.Host.Nodes;

/// <summary>How a node stops; section <c>Drain</c>.</summary>
internal sealed class DrainOptions
{
    private static readonly TimeSpan NoticeLimit = TimeSpan.FromMinutes(10);

    /// <summary>How long it still answers and says that it is not ready; 0 to 10 minutes.</summary>
    public TimeSpan Notice { get; set; }

    /// <summary>Makes sure that the node will stop.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The notice is too long, or below
    /// zero.</exception>
    public void Check() => OptionFaults.Refuse(
        Notice < TimeSpan.Zero || Notice > NoticeLimit, this,
        $"Drain:Notice {Notice} is not from 00:00:00 to {NoticeLimit} (hours:minutes:seconds).");
}
