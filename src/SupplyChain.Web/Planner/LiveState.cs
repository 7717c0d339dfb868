namespace SupplyChain.Planner;

/// <summary>How live the pages are.</summary>
/// <param name="NewestAt">When the newest event was heard of; null when none was since the first viewer came.</param>
/// <param name="Newest">Its place in the feed.</param>
/// <param name="LagMs">How far the lists are behind; null when unknown.</param>
/// <param name="Rebuild">How much of a rebuild of the lists is done, in percent; null when none runs.</param>
/// <param name="CutOffSince">Since when the actors do not answer; null when they do.</param>
public sealed record LiveState(
    DateTimeOffset? NewestAt, string Newest, long? LagMs, double? Rebuild, DateTimeOffset? CutOffSince)
{
    private const long Behind = 1_000;
    private static readonly TimeSpan QuietThreshold = TimeSpan.FromSeconds(5);

    /// <summary>It was not asked yet.</summary>
    public static LiveState Unknown { get; } = new(null, "", null, null, null);

    /// <summary>In a word, with its colour and a sentence.</summary>
    public (string Word, string Tone, string Sentence) Say(DateTimeOffset now)
    {
        if (CutOffSince is { } since)
            return ("Cut off", "bad", $"no answer for {Words.Age(now - since)}");
        if (LagMs is not { } lag)
            return ("Live", "idle", "asking");
        if (Rebuild is { } done)
            return ("Live", "warn", $"lists are rebuilt, {Words.Percent(done)} done");
        var age = now - NewestAt;
        if (lag > Behind && (age is null || age > QuietThreshold))
            return ("Behind", "warn", $"lists are {Words.Span(lag)} behind");
        var news = age is null ? "nothing new yet"
            : age > TimeSpan.FromMinutes(1) ? $"nothing happened for {Words.Age(age.Value)}"
            : $"newest event {Words.Age(age.Value)} ago";
        return ("Live", "good", $"{news} · lag {Words.Span(lag)}");
    }
}
