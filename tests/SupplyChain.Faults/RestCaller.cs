namespace SupplyChain;

/// <summary>Asks one node after the other over REST.</summary>
internal sealed class RestCaller(Fleet fleet) : ICaller
{
    /// <inheritdoc/>
    public TimeSpan Patience { get; } = TimeSpan.FromMilliseconds(2_500);

    /// <inheritdoc/>
    public Task<NodeAnswer?> TrySendAsync(Operation operation, int attempt, CancellationToken patience)
    {
        var members = fleet.Members;
        return members[attempt % members.Length].Http.TrySendAsync(
            operation.Method, operation.Path, operation.Body, patience);
    }
}
