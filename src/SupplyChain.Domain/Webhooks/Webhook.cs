using System.Collections.Immutable;
using System.Diagnostics;
using static SupplyChain.Webhooks.WebhookEvent;

namespace SupplyChain.Webhooks;

/// <summary>A webhook: where events are posted to, and whether they are now.</summary>
public sealed record Webhook : IAggregate<Webhook, WebhookEvent>
{
    /// <summary>How many events are given up at most before the webhook stops.</summary>
    public const int MaxGivenUp = 1_000;

    /// <summary>How long the former secret is used beside the new one.</summary>
    public static readonly TimeSpan RotationDuration = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public static string Kind => "webhook";

    /// <inheritdoc/>
    public static int StateSchema => 1;

    /// <inheritdoc/>
    public static Webhook Initial { get; } = new();

    /// <summary>Where events are posted to; empty when there is no webhook, or none any more.</summary>
    public string Url { get; init; } = "";

    /// <summary>Which types of events; none for all.</summary>
    public Items<string> Types { get; init; }

    /// <summary>Whether it delivers.</summary>
    public WebhookStatus Status { get; init; }

    /// <summary>Why it stopped by itself; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>What its secret is derived from.</summary>
    public string Salt { get; init; } = "";

    /// <summary>What the former secret is derived from; null when there was none.</summary>
    public string? FormerSalt { get; init; }

    /// <summary>Until when the former secret is used.</summary>
    public DateTimeOffset FormerSaltUntil { get; init; }

    /// <summary>After which position of the feed it began.</summary>
    public string From { get; init; } = "";

    /// <summary>When it was set up.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The events that were given up and not delivered since.</summary>
    public ImmutableSortedSet<string> GivenUp { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>How many events its stream has.</summary>
    public long Version { get; init; }

    /// <summary>Whether there is one.</summary>
    public bool Exists => Url.Length > 0;

    /// <summary>Sets it up, or changes it.</summary>
    /// <param name="hook">The webhook.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="salt">A new salt, for one that is set up.</param>
    /// <param name="from">Where the feed is now, for one that is set up.</param>
    public static Decision<WebhookEvent> Decide(Webhook hook, PutWebhook command, string salt, string from)
    {
        if (command.Validate() is { Count: > 0 } faults)
            return Decision.Invalid<WebhookEvent>(faults);
        List<WebhookEvent> events = [];
        if (!hook.Exists)
            events.Add(new Created(command.Url, command.Types, salt, from));
        else if (hook.Url != command.Url || hook.Types != command.Types)
            events.Add(new Changed(command.Url, command.Types));
        if (hook.Status != WebhookStatus.Active && hook.Exists && command.Enabled)
            events.Add(new Resumed());
        if ((hook.Status == WebhookStatus.Active || !hook.Exists) && !command.Enabled)
            events.Add(new Paused());
        return [.. events];
    }

    /// <summary>Stops it.</summary>
    public static Decision<WebhookEvent> Pause(Webhook hook) =>
        hook is { Exists: true, Status: not WebhookStatus.Paused } ? [new Paused()] : [];

    /// <summary>Has it go on.</summary>
    public static Decision<WebhookEvent> Resume(Webhook hook) =>
        hook is { Exists: true, Status: not WebhookStatus.Active } ? [new Resumed()] : [];

    /// <summary>Stops it because of what its receiver did.</summary>
    public static Decision<WebhookEvent> Disable(Webhook hook, string reason) =>
        hook is { Exists: true, Status: WebhookStatus.Active } ? [new Disabled(reason)] : [];

    /// <summary>Gives it another secret.</summary>
    public static Decision<WebhookEvent> Rotate(Webhook hook, string salt) =>
        hook.Exists ? [new SecretRotated(salt)] : [];

    /// <summary>Gives up an event. What has given up too much stops: its receiver does not take its events.</summary>
    public static Decision<WebhookEvent> GiveUp(Webhook hook, string @event, string reason) => hook switch
    {
        { Exists: false } => [],
        _ when hook.GivenUp.Contains(@event) => [],
        { GivenUp.Count: >= MaxGivenUp } => Disable(
            hook, FormattableString.Invariant($"{MaxGivenUp:N0} events were given up, the most there can be.")),
        _ => [new DeliveryGivenUp(@event, reason)],
    };

    /// <summary>Notes that events that had been given up were delivered.</summary>
    public static Decision<WebhookEvent> MakeUp(Webhook hook, IEnumerable<string> events)
    {
        var made = events.Where(hook.GivenUp.Contains).Distinct().ToItems();
        return made.Count > 0 ? [new DeliveriesMadeUp(made)] : [];
    }

    /// <summary>Deletes it.</summary>
    public static Decision<WebhookEvent> Delete(Webhook hook) => hook.Exists ? [new Deleted()] : [];

    /// <inheritdoc/>
    public static Webhook Evolve(Webhook state, WebhookEvent @event, DateTimeOffset recordedAt) =>
        After(state, @event, recordedAt) with { Version = state.Version + 1 };

    /// <inheritdoc/>
    public static UnfinishedWork UnfinishedWork(Webhook state) => SupplyChain.UnfinishedWork.None;

    private static Webhook After(Webhook state, WebhookEvent @event, DateTimeOffset recordedAt) => @event switch
    {
        Created made => Initial with
        {
            Url = made.Url,
            Types = made.Types,
            Salt = made.Salt,
            From = made.StartsAfter,
            Status = WebhookStatus.Active,
            CreatedAt = recordedAt,
        },
        Changed changed => state with { Url = changed.Url, Types = changed.Types },
        Paused => state with { Status = WebhookStatus.Paused, Reason = null },
        Resumed => state with { Status = WebhookStatus.Active, Reason = null },
        Disabled disabled => state with { Status = WebhookStatus.Disabled, Reason = disabled.Reason },
        SecretRotated rotated => state with
        {
            Salt = rotated.Salt,
            FormerSalt = state.Salt,
            FormerSaltUntil = recordedAt + RotationDuration,
        },
        DeliveryGivenUp given => state with { GivenUp = state.GivenUp.Add(given.Event) },
        DeliveriesMadeUp made => state with { GivenUp = state.GivenUp.Except(made.Events) },
        Deleted => Initial,
        _ => throw new UnreachableException($"{@event}"),
    };
}
