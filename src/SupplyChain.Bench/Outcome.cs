namespace SupplyChain.Bench;

/// <summary>What became of an operation.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Trouble">What went wrong; null when nothing did.</param>
internal readonly record struct Outcome(Operation Operation, string? Trouble)
{
    /// <summary>What went wrong with something the SDK was asked for.</summary>
    /// <param name="operation">What was done.</param>
    /// <param name="work">Says what was refused; null when nothing was.</param>
    public static async Task<Outcome> OfAsync(Operation operation, Func<Task<string?>> work)
    {
        try
        {
            return new(operation, await work());
        }
        catch (Exception failure) when (failure is BusyException or UnavailableException)
        {
            return new(operation, failure.GetType().Name);
        }
    }

    /// <summary>Why a command was not carried out, in a word; null when it was.</summary>
    public static string? Refusal<T>(Reply<T> reply) where T : class => reply.Accepted
        ? null
        : reply.Refusal?.ToString() ?? reply.Status.ToString();
}
