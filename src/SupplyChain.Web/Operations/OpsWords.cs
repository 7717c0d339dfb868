using SupplyChain.Planner;

namespace SupplyChain.Operations;

/// <summary>How the cluster is, in words.</summary>
internal static class OpsWords
{
    /// <summary>What an active silo's status is called.</summary>
    public const string Active = "Active";

    /// <summary>What the status of a silo that leaves is called.</summary>
    public const string Draining = "Draining";

    /// <summary>What the status of a silo that does not answer is called.</summary>
    public const string Silent = "Silent";

    private const long Behind = 1_000;

    private static readonly (string Word, string[] Kinds)[] Known =
    [
        ("supplies", ["supply"]), ("stock items of release 0.1", ["stock", "backlog", "availability"]),
        ("products", ["product"]), ("orders", ["order"]), ("shipments", ["shipment"]),
    ];

    private const string Others = "warehouses and documents";

    private static readonly OrderedDictionary<string, (string Name, string Rule)> Invariants = new()
    {
        ["never-oversell"] = ("Never oversell", "0 ≤ reserved ≤ on hand"),
        ["conservation"] = ("Conservation", "every unit received is somewhere"),
        ["nothing-undecided"] = ("Nothing undecided", "nothing stays half done over 60 s"),
        ["reservations-match"] = ("Reservations match", "each belongs to one open line"),
        ["one-effect-per-cause"] = ("One effect per cause", "repeats change nothing"),
        ["shipment-custody"] = ("Shipment custody", "one forward path"),
        ["versions-without-gap"] = ("Versions without gap", "1…n in every stream"),
        ["hash-chain"] = ("Hash chain", "no event was rewritten"),
        ["events-readable"] = ("Events readable", "every version still opens"),
        ["tenant-isolation"] = ("Tenant isolation", "nothing names another tenant's"),
        ["read-tables"] = ("Read tables", "equal a fresh fold"),
    };

    /// <summary>Every kind that is told apart, in the order it is drawn.</summary>
    public static IEnumerable<string> Kinds => [.. Known.Select(kind => kind.Word), Others];

    /// <summary>A silo's actors by the kinds that are told apart.</summary>
    public static int[] Split(SiloStatus silo)
    {
        var counts = new int[Known.Length + 1];
        foreach (var count in silo.Kinds)
        {
            var known = Array.FindIndex(Known, kind => kind.Kinds.Contains(count.Kind));
            counts[known < 0 ? Known.Length : known] += count.Actors;
        }

        return counts;
    }

    /// <summary>The names and rules of all invariants.</summary>
    public static IEnumerable<(string Name, string Rule)> AllInvariants => Invariants.Values;

    /// <summary>An invariant's name and rule.</summary>
    public static (string Name, string Rule) Invariant(string code) =>
        Invariants.TryGetValue(code, out var known) ? known : (code, "");

    /// <summary>How a silo's status is shown.</summary>
    public static Look Of(SiloStatus silo) => silo.Status switch
    {
        Active => new("active", "pr-ontime", "good"),
        Draining => new("draining", "st-partallocated", "warn"),
        Silent => new("silent", "pr-exception", "bad"),
        var other => new(other.ToLowerInvariant(), "pr-noeta", "info"),
    };

    /// <summary>
    /// Where an even spread would end for each active silo; null where there is none to even out, or where regions
    /// decide it.
    /// </summary>
    public static double? EvenShare(ClusterStatus status) =>
        status.Silos.Count(silo => silo.Status == Active) is > 1 and var active
            && status.Silos.All(silo => silo.Region is null)
            ? (double)status.Silos.Sum(silo => silo.Actors) / active
            : null;

    /// <summary>Whether a silo may be drained: another one has to take over its actors.</summary>
    public static bool MayDrain(ClusterStatus status, SiloStatus silo) =>
        silo.Status == Active && status.Silos.Any(other => other.Status == Active && other.Name != silo.Name);

    /// <summary>Since when a silo runs, in at most two units.</summary>
    public static string Up(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => $"{Math.Max(0, (int)age.TotalSeconds)} s",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min",
        { TotalDays: < 1 } => $"{(int)age.TotalHours} h {age.Minutes:00} min",
        _ => $"{Words.Count((int)age.TotalDays, "day")} {age.Hours} h",
    };

    /// <summary>The verdict in a word, and the sentence that gives its reason.</summary>
    public static (string Word, string Sentence) Verdict(ClusterStatus status, VerifyReport? report)
    {
        var violated = report?.Violations.Select(one => one.Invariant).Distinct().Count() ?? 0;
        if (violated > 0)
            return ("Broken.", $"{violated} of {report!.Checked.Count} invariants are violated; see which below.");
        if (Named(status, Silent) is { Length: > 0 } silent)
        {
            return ("Not whole.", $"{Words.List(silent)} {(silent.Length == 1 ? "does" : "do")} not answer; "
                + $"the others go on with what they carry. {Held(report)}");
        }

        if (Named(status, Draining) is { Length: > 0 } leaving)
            return ("Healthy.", $"{Words.List(leaving)} hands its actors over and leaves. {Held(report)}");
        if (status.Silos.Where(silo => silo.Status != Active).Select(silo => silo.Name).ToArray() is
            { Length: > 0 } others)
        {
            return ("Healthy.", $"{Words.List(others)} is on its way in or out. {Held(report)}");
        }
        if (status.Rebuild is { } done)
            return ("Healthy.", $"The lists are rebuilt, {Words.Percent(done)} done. {Held(report)}");
        if (status.ReadModelsStopped is { } why)
            return ("Behind.", $"The lists stand still: {why} Only a node of that version can take them further.");
        if (status.LagMs > Behind)
            return ("Behind.", $"The lists are {Words.Span(status.LagMs)} behind what was decided. {Held(report)}");
        var actors = Words.Count(status.Silos.Sum(silo => silo.Actors), "actor");
        return ("Healthy.", (status.Silos.Count == 1
            ? $"One silo carries all {actors}. "
            : $"{status.Silos.Count} silos carry {actors}. ") + Held(report));
    }

    /// <summary>Where a stream is shown; null where no page shows it.</summary>
    public static string? Link(string stream)
    {
        if (stream.Split('/', 2) is not [var kind, var id])
            return null;
        var path = kind switch
        {
            "order" => $"/orders/{Uri.EscapeDataString(id)}",
            "shipment" => $"/shipments/{Uri.EscapeDataString(id)}",
            "stock" => $"/inventory/{Uri.EscapeDataString(id.Split('@')[0])}",
            "product" or "backlog" => $"/inventory/{Uri.EscapeDataString(id)}",
            "transfer" => $"/transfers/{Uri.EscapeDataString(id)}",
            "warehouse" => $"/warehouses/{Uri.EscapeDataString(id)}",
            _ => "/none",
        };
        return Places.All.Any(place => path.StartsWith($"{place.Path}/", StringComparison.Ordinal)) ? path : null;
    }

    private static string[] Named(ClusterStatus status, string how) =>
        [.. status.Silos.Where(silo => silo.Status == how).Select(silo => silo.Name)];

    private static string Held(VerifyReport? report) => report is null
        ? "Nothing was verified since the check's own actor began; verify now."
        : $"{report.Checked.Count} of {report.Checked.Count} invariants hold.";
}
