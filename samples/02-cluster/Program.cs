using System.Globalization;
using System.Runtime.InteropServices;
using ClusterSample;

var (act, rate) = (12, 100);
for (var i = 0; i < args.Length; i += 2)
{
    var known = i + 1 < args.Length
        && int.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var number) && number > 0;
    switch (args[i])
    {
        case "--act" when known:
            act = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--rate" when known:
            rate = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        default:
            Console.Error.WriteLine("Usage: run [--act SECONDS] [--rate ORDERS_A_SECOND]");
            return 2;
    }
}

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
    return await Show.RunAsync(TimeSpan.FromSeconds(act), rate, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; everything that was started is gone.");
    return 1;
}
