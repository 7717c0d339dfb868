namespace SupplyChain.Planner;

/// <summary>
/// What becomes of a form: it is sent once at a time, a refusal is said where it was sent, and what was written stays.
/// </summary>
internal sealed class FormSending
{
    private const string SafeToRepeat = "The node did not answer. Sending it again is safe.";

    /// <summary>Whether it is on its way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Why it was not done, in words; null when nothing was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>The refusal's code, where it has one.</summary>
    public string? Code { get; private set; }

    /// <summary>Sends it, and goes on when it was accepted.</summary>
    /// <param name="done">What is done: "adjusted".</param>
    /// <param name="send">Sends it.</param>
    /// <param name="accepted">Goes on.</param>
    /// <param name="unanswered">What to say when there is no answer.</param>
    /// <param name="known">The fact behind a refusal, where the page knows it better than the answer.</param>
    public Task SendAsync<T>(
        string done, Func<Task<Reply<T>>> send, Func<Reply<T>, Task> accepted, string unanswered = SafeToRepeat,
        Func<Refusal, string?>? known = null)
        where T : class => TryAsync(
            async () =>
            {
                var reply = await send();
                if (reply.Accepted)
                    await accepted(reply);
                else
                    Refuse(reply, done, known);
            },
            unanswered);

    /// <summary>Does it unless it is on its way already, and says it when there is no answer.</summary>
    public async Task TryAsync(Func<Task> work, string unanswered = SafeToRepeat)
    {
        if (IsBusy)
            return;
        (IsBusy, Refused, Code) = (true, null, null);
        try
        {
            await work();
        }
        catch (Exception failure) when (NodeTrouble.Is(failure))
        {
            Refused = NodeTrouble.Say(failure, unanswered);
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Says why it was not done.</summary>
    public void Refuse<T>(Reply<T> reply, string done, Func<Refusal, string?>? known = null) where T : class =>
        (Refused, Code) = Refusals.Say(done, reply, known);

    /// <summary>Says why it was not sent; nothing when null.</summary>
    public void Refuse(string? text) => (Refused, Code) = (text, null);
}
