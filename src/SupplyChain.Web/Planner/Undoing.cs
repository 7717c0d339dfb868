namespace SupplyChain.Planner;

/// <summary>How something is taken back.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Said">What is said once it is.</param>
/// <param name="TryAsync">Takes it back; answers why not, or null when it is. Trying twice takes it back once.</param>
public sealed record Undoing(string Label, string Said, Func<Task<string?>> TryAsync)
{
    /// <summary>Takes back by a command.</summary>
    /// <param name="label">What the button says.</param>
    /// <param name="said">What is said once it is.</param>
    /// <param name="send">Sends the command.</param>
    public static Undoing By<T>(string label, string said, Func<Task<Reply<T>>> send) where T : class =>
        new(label, said, async () =>
            await send() is { Accepted: false } reply ? Refusals.Say("undone", reply).Text : null);
}
