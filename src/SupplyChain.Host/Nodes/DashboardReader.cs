using System.Reflection;
using Orleans.Dashboard;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Reads Orleans' metrics for its dashboard while a page of it is open, and not otherwise. Each second the dashboard
/// would walk every activation of the silo for its gauges: with 100,000 of them 7 % of two processors.
/// </summary>
/// <remarks>
/// The dashboard says itself whether it is looked at: a minute or two after the last page its profiler is off on all
/// silos. What it is made of is internal, so it is found by its names; a release that has others fails at the start.
/// </remarks>
internal sealed partial class DashboardReader(
    IServiceProvider services, IHostApplicationLifetime host, TimeProvider time, ILogger<DashboardReader> log)
    : BackgroundService
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);
    private static readonly Type Reader = Internal("DashboardHost");
    private static readonly Type Exporter = Internal("Implementation.DashboardTelemetryExporter");
    private static readonly Type Profiler = Internal("Metrics.IGrainProfiler");
    private static readonly PropertyInfo IsLookedAt = Profiler.GetProperty("IsEnabled")!;
    private static readonly Func<object, CancellationToken, Task> WakeUp = Method("ActivateDashboardGrainAsync");
    private static readonly Func<object, CancellationToken, Task> TellVersion = Method("ActivateSiloGrainAsync");
    private static readonly Func<object, CancellationToken, Task> Read = Method("StartOpenTelemetryConsumerAsync");

    private IAsyncDisposable? _reader;
    private bool _isAwake;

    /// <summary>Takes the place of the dashboard's own reader, which never rests.</summary>
    public static void Replace(IServiceCollection services)
    {
        foreach (var starts in services.Where(Starts).ToArray())
            services.Remove(starts);
        services.AddHostedService<DashboardReader>();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var profiler = services.GetRequiredService(Profiler);
        using var timer = new PeriodicTimer(LookInterval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (host.ApplicationStarted.IsCancellationRequested)
                    await LookAsync((bool)IsLookedAt.GetValue(profiler)!, stoppingToken);
            }
        }
        finally
        {
            await StopReadingAsync();
        }
    }

    private async Task LookAsync(bool isLookedAt, CancellationToken stopping)
    {
        try
        {
            // The first page shows what the dashboard's actor has gathered since it was woken up.
            if (!_isAwake)
                await WakeUp(MakeReader(), stopping);
            _isAwake = true;
            if (isLookedAt && _reader is null)
                await StartReadingAsync(stopping);
            else if (!isLookedAt)
                await StopReadingAsync();
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException) // the node is worth more
        {
            Failed(log, trouble);
        }
    }

    private async Task StartReadingAsync(CancellationToken stopping)
    {
        var reader = MakeReader();
        await TellVersion(reader, stopping);
        await Read(reader, stopping);
        _reader = (IAsyncDisposable)reader;
    }

    /// <summary>A reader ends with its exporter, so that each has one of its own.</summary>
    private object MakeReader() =>
        ActivatorUtilities.CreateInstance(services, Reader, ActivatorUtilities.CreateInstance(services, Exporter));

    private async Task StopReadingAsync()
    {
        if (_reader is not null)
            await _reader.DisposeAsync();
        _reader = null;
    }

    /// <summary>Whether a registration has the host or the silo start the reader.</summary>
    private static bool Starts(ServiceDescriptor service) =>
        service is { IsKeyedService: false, ImplementationFactory: { } make }
            && (make.Method.ReturnType == Reader || Names(make.Target));

    /// <summary>Whether a closure holds the reader's type, as that of a registration under another name does.</summary>
    private static bool Names(object? closure) =>
        closure?.GetType().GetFields().Any(field => field.GetValue(closure) as Type == Reader) == true;

    private static Func<object, CancellationToken, Task> Method(string name)
    {
        var method = Reader.GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(Reader.FullName, name);
        return (reader, stopping) => (Task)method.Invoke(
            reader, method.GetParameters().Length == 0 ? [] : [stopping])!;
    }

    private static Type Internal(string name) =>
        typeof(DashboardOptions).Assembly.GetType($"Orleans.Dashboard.{name}", throwOnError: true)!;

    [LoggerMessage(LogLevel.Warning, "The metrics of Orleans' dashboard could not be read; trying again.")]
    private static partial void Failed(ILogger log, Exception trouble);
}
