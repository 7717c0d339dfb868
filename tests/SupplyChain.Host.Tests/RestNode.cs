using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

[assembly: AssemblyFixture(typeof(SupplyChain.RestNode))]

namespace SupplyChain;

/// <summary>A node as an operator starts it: its own process, a free port, an empty data directory.</summary>
public sealed class RestNode : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _data = Directory.CreateTempSubdirectory("supplychain-rest-").FullName;
    private readonly StringBuilder _log = new();
    private Process _process = null!;
    private Task _drained = Task.CompletedTask;

    /// <summary>What is in the node's environment beside what is in ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The node's process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Speaks to the node.</summary>
    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Where clients of the SDK connect.</summary>
    public string Gateway { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "supplychain.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["exec", program, "up", "--json", "--urls", "http://127.0.0.1:0", "--data", _data];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Patience);
        (var url, Gateway) = await AddressesAsync(deadline.Token);
        Http.BaseAddress = new Uri(url + "/api/v1/");
        _drained = DrainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Sends a request with a JSON body (or none) and reads the JSON that comes back.</summary>
    public async Task<RestAnswer> SendAsync(
        string method, string path, string? body = null, string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var response = await Http.SendAsync(request);
        return await RestAnswer.ReadAsync(response);
    }

    /// <summary>What the node has logged, for the message of a failing test.</summary>
    public string Logged()
    {
        lock (_log)
            return _log.ToString();
    }

    private async Task<(string Url, string Gateway)> AddressesAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            Log(line);
            if (!line.StartsWith('{'))
                continue;
            using var announcement = JsonDocument.Parse(line);
            var said = announcement.RootElement;
            return (said.GetProperty("urls")[0].GetString()!, said.GetProperty("gateway").GetString()!);
        }

        throw new InvalidOperationException($"The node did not start: {Logged()}");
    }

    private async Task DrainAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            Log(line);
    }

    private void Log(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }
}
