namespace SupplyChain.Journal;

/// <summary>How much is written.</summary>
/// <param name="CommitsPerSecond">Commits of events per second.</param>
/// <param name="EventsPerSecond">Events per second.</param>
public readonly record struct JournalRate(double CommitsPerSecond, double EventsPerSecond);
