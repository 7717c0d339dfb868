namespace SupplyChain.Operations.Verification;

/// <summary>Lets the verifier see read tables as they are.</summary>
public interface IReadTableSource
{
    /// <summary>Every table at one position; what is projected meanwhile does not show.</summary>
    IReadTables OpenTables();
}
