using Orleans.Runtime;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Ends the process at once when its silo can no longer be part of the cluster, usually because the others have
/// declared it dead. Its actors live elsewhere by then, and what it has not recorded was not acknowledged.
/// </summary>
internal sealed class SiloGivenUp : IFatalErrorHandler
{
    /// <inheritdoc/>
    public bool IsUnexpected(Exception exception) => exception.GetBaseException() is not OperationCanceledException;

    /// <inheritdoc/>
    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        Terminal.Note($"The silo leaves the cluster at once: {context} {exception?.Message}".TrimEnd());
        Environment.Exit(ExitCode.GivenUp);
    }
}
