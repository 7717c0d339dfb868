using SupplyChain.Journal;
using SupplyChain.Operations;
using SupplyChain.Tables;

namespace SupplyChain.Webhooks;

/// <summary>
/// The exceptions of webhooks: one each, open while it stopped by itself or events of it are given up.
/// </summary>
internal sealed class WebhookProjection(IJournal journal, ExceptionTable exceptions, int cachedStates)
    : StreamProjection<Webhook, WebhookEvent, Webhook>(journal, cachedStates)
{
    /// <inheritdoc/>
    protected override Webhook Derive(StreamId stream, Webhook state) => state;

    /// <inheritdoc/>
    protected override void Write(StreamId stream, Webhook before, Webhook after)
    {
        // There is no table: webhooks are asked themselves.
    }

    /// <inheritdoc/>
    protected override void Note(in Change change, List<Action> notes) =>
        exceptions.Note(change.Row, Causes(change.Before), Causes(change.After), notes);

    private static OpenCause[] Causes(Webhook hook) => hook switch
    {
        { Status: WebhookStatus.Disabled, Reason: { } why } => [Open($"It stopped: {why}")],
        { GivenUp.Count: 1 } => [Open("One event was not taken for three days.")],
        { GivenUp.Count: > 1 and var count } =>
            [Open(FormattableString.Invariant($"{count:N0} events were not taken for three days."))],
        _ => [],
    };

    private static OpenCause Open(string reason) =>
        new(ExceptionKind.WebhookFailing, 0, null, reason, CauseFacts.None);
}
