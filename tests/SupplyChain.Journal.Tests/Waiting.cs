namespace SupplyChain.Journal;

/// <summary>Every wait has a deadline, so a hang is a failure.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static Task Soon(this Task task) => task.WaitAsync(Deadline);

    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Deadline);
}
