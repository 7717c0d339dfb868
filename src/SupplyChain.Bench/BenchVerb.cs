using System.CommandLine;
using System.Runtime.InteropServices;

namespace SupplyChain.Bench;

/// <summary><c>supplychain bench</c>: measures, and says what it measured. Nothing here judges a time.</summary>
public static class BenchVerb
{
    /// <summary>The verb with all it can measure.</summary>
    /// <param name="json">Whether figures are told as JSON.</param>
    public static Command Create(Option<bool> json) => new("bench", "Measure nodes, or parts of one alone.")
    {
        OrdersVerb.Create(json),
        JournalVerb.Create(json),
        ActivationVerb.Create(json),
    };

    /// <summary>An option that is a number from 1 on.</summary>
    internal static Option<int> Number(string name, string description, int usual, int most) => new Option<int>(name)
    {
        Description = description, HelpName = "N", DefaultValueFactory = _ => usual,
    }.TakesNumber(1, most);

    /// <summary>An option that is a number of seconds, a day at most.</summary>
    internal static Option<int> Seconds(string name, string description, int usual) =>
        Number(name, description, usual, 86_400);

    /// <summary>The option that names a database.</summary>
    internal static Option<string?> Postgres(string description) => new Option<string?>("--postgres")
    {
        Description = $"{description} A password is safer in SUPPLYCHAIN_ConnectionStrings__SupplyChain.",
        HelpName = "CONNECTION",
    }.TakesConnection();

    /// <summary>The database that was given, on the command line or in the environment.</summary>
    internal static string? Connection(string? given) => given ?? Settings.ConnectionString("SupplyChain");

    /// <summary>Measures until it is done or stopped; what was started is stopped in either case.</summary>
    internal static async Task<int> RunAsync(Func<CancellationToken, Task<int>> measure)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await measure(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new VerbException("Stopped before the measurement was done.");
        }
    }
}
