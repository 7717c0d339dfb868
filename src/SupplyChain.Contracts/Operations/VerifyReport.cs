namespace SupplyChain.Operations;

/// <summary>The run of a verification that a caller waits for.</summary>
/// <param name="Home">The life of the actor that carries it out; when it ends, its runs do.</param>
/// <param name="Run">The run's number in that life; a later run will do too.</param>
[GenerateSerializer, Immutable, Alias("verify-ticket")]
public sealed record VerifyTicket([property: Id(0)] Guid Home, [property: Id(1)] long Run);

/// <summary>What has become of a run of a verification.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Report">What it found; null while it runs, or when it could not be finished.</param>
/// <param name="Trouble">Why it could not be finished; asking again is safe.</param>
[GenerateSerializer, Immutable, Alias("verify-outcome")]
public sealed record VerifyOutcome(
    [property: Id(0)] VerifyProgress Progress,
    [property: Id(1)] VerifyReport? Report,
    [property: Id(2)] string? Trouble);

/// <summary>How far a verification is.</summary>
/// <param name="Running">Whether one is under way.</param>
/// <param name="EventsRead">Events it has read; of the last one when none is under way.</param>
/// <param name="Events">About how many there are; null while unknown.</param>
/// <param name="StartedAt">When it began; null when there never was one.</param>
/// <param name="Last">What the last one found, since this actor lives; null when none has ended.</param>
[GenerateSerializer, Immutable, Alias("verify-progress")]
public sealed record VerifyProgress(
    [property: Id(0)] bool Running,
    [property: Id(1)] long EventsRead,
    [property: Id(2)] long? Events,
    [property: Id(3)] DateTimeOffset? StartedAt,
    [property: Id(4)] LastVerification? Last);

/// <summary>What checking everything found.</summary>
/// <param name="Ok">Whether there is no violation.</param>
/// <param name="Events">Events read.</param>
/// <param name="Streams">Streams read.</param>
/// <param name="Checked">The invariants checked.</param>
/// <param name="Violations">What is wrong, at most 1,000.</param>
/// <param name="Pending">Work in flight younger than 60 s, not counted as a violation.</param>
[GenerateSerializer, Immutable, Alias("verify-report")]
public sealed record VerifyReport(
    [property: Id(0)] bool Ok,
    [property: Id(1)] long Events,
    [property: Id(2)] long Streams,
    [property: Id(3)] Items<string> Checked,
    [property: Id(4)] Items<Violation> Violations,
    [property: Id(5)] long Pending);

/// <summary>Something the journal or the read tables say that must never be.</summary>
/// <param name="Invariant">Which invariant, for example <c>never-oversell</c>.</param>
/// <param name="Stream">Where, for example <c>stock/SKU-1@WH-1</c>.</param>
/// <param name="Version">At which version, when it has one.</param>
/// <param name="Message">What, for people.</param>
[GenerateSerializer, Immutable, Alias("violation")]
public sealed record Violation(
    [property: Id(0)] string Invariant,
    [property: Id(1)] string Stream,
    [property: Id(2)] long? Version,
    [property: Id(3)] string Message);
