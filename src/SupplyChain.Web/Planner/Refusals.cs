namespace SupplyChain.Planner;

/// <summary>A refusal in words: what did not happen, and because of which fact.</summary>
internal static class Refusals
{
    /// <summary>The words, and the code where there is one.</summary>
    /// <param name="done">What was not done: "adjusted".</param>
    /// <param name="reply">The answer.</param>
    /// <param name="known">The fact, where the page knows it better than the answer.</param>
    public static (string Text, string? Code) Say<T>(string done, Reply<T> reply, Func<Refusal, string?>? known = null)
        where T : class => reply switch
        {
            { Status: ReplyStatus.NotFound } => ($"Not {done}: it does not exist any more.", null),
            { Refusal: Refusal.VersionMismatch } => (
                $"Not {done}: it changed since you looked. Look at it anew and decide again; what you wrote stays.",
                Refusal.VersionMismatch.Code()),
            { Refusal: { } refusal } => (
                $"Not {done}: {known?.Invoke(refusal) ?? reply.Message ?? "it was refused."}", refusal.Code()),
            _ => ($"Not {done}: {string.Join(" ", reply.Faults.Select(fault => fault.Message))}", null),
        };
}
