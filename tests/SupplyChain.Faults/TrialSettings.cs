using System.Globalization;

namespace SupplyChain;

/// <summary>What a run of the trials can be told by environment variables.</summary>
internal static class TrialSettings
{
    /// <summary>The seed of a trial: the one that was given, else a new one.</summary>
    public static int Seed => Number("SUPPLYCHAIN_FAULTS_SEED") ?? Random.Shared.Next();

    /// <summary>Requests per second.</summary>
    public static int PerSecond => Number("SUPPLYCHAIN_FAULTS_RATE") ?? 100;

    /// <summary>Whether requests come through the SDK instead of REST.</summary>
    public static bool ThroughSdk => Is("SUPPLYCHAIN_FAULTS_THROUGH", "sdk", or: "rest");

    /// <summary>Whether orders are all that comes.</summary>
    public static bool OrdersOnly => Is("SUPPLYCHAIN_FAULTS_MIX", "orders", or: "all");

    /// <summary>How long requests come before anything is broken.</summary>
    public static TimeSpan WarmUp => TimeSpan.FromSeconds(Number("SUPPLYCHAIN_FAULTS_WARMUP") ?? 3);

    /// <summary>For how long the randomised schedule runs.</summary>
    public static TimeSpan RandomFor => TimeSpan.FromMinutes(Number("SUPPLYCHAIN_FAULTS_MINUTES") ?? 5);

    /// <summary>How many orders the long run places.</summary>
    public static int Orders => Number("SUPPLYCHAIN_FAULTS_ORDERS") ?? 1_000_000;

    /// <summary>
    /// The directory that takes what the nodes logged; null: only the last lines of a failure are shown.
    /// </summary>
    public static string? Logs => Environment.GetEnvironmentVariable("SUPPLYCHAIN_FAULTS_LOGS");

    /// <summary>The file that gets a line for every request; null: none.</summary>
    public static string? Calls => Environment.GetEnvironmentVariable("SUPPLYCHAIN_FAULTS_CALLS");

    private static bool Is(string name, string value, string or) => Environment.GetEnvironmentVariable(name) switch
    {
        { Length: > 0 } said when said == value => true,
        { Length: > 0 } said when said != or => throw new ArgumentException($"{name}: {said} is not {value} or {or}."),
        _ => false,
    };

    private static int? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
