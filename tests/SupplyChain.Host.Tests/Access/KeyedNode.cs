using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplyChain.Journal;
using SupplyChain.Journal.Sqlite;
using Xunit;

[assembly: AssemblyFixture(typeof(SupplyChain.Access.KeyedNode))]

namespace SupplyChain.Access;

/// <summary>A node that wants keys, as an operator starts it, with a key of each kind of caller.</summary>
public class KeyedNode : IAsyncLifetime
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    private readonly string _data = Directory.CreateTempSubdirectory("supplychain-keys-").FullName;
    private readonly StringBuilder _log = new();
    private readonly Dictionary<string, string> _keys = [];
    private Process _process = null!;

    /// <summary>Where it answers.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The gateway of the SDK.</summary>
    public string Gateway { get; private set; } = "";

    /// <summary>Speaks to the node, follows no redirect and keeps no cookie.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Where it is told to answer.</summary>
    protected virtual string Urls => "http://127.0.0.1:0";

    /// <summary>What its environment says beside its command line.</summary>
    protected virtual IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>();

    /// <summary>The key of a caller: a role, <c>expired</c> or <c>revoked</c>.</summary>
    public string KeyOf(string caller) => _keys[caller];

    /// <summary>What the node has logged.</summary>
    public string Logged()
    {
        lock (_log)
            return _log.ToString();
    }

    /// <summary>Sends a request as a caller; null for one that shows nothing.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? key, string? body = null, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Url, path));
        request.Headers.Accept.ParseAdd(accept);
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead); // A stream has no end.
    }

    public virtual async ValueTask InitializeAsync()
    {
        await MakeKeysAsync();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "supplychain.dll"), "up", "--json",
            "--environment", "Production", "--urls", Urls, "--data", _data,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(StartTimeout);
        while (await _process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
        {
            Log(line);
            if (!line.StartsWith('{'))
                continue;
            var said = JsonDocument.Parse(line).RootElement;
            Url = new Uri(said.GetProperty("urls")[0].GetString()!);
            Gateway = said.GetProperty("gateway").GetString()!;
            _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return;
        }
        throw new InvalidOperationException($"The node did not start: {Logged()}");
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task MakeKeysAsync()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSupplyChainSqliteJournal(journal => journal.DataDirectory = _data);
        await using var provider = services.BuildServiceProvider();
        var (journal, level) = (
            provider.GetRequiredService<IJournal>(), provider.GetRequiredService<IFeatureLevel>());
        var now = new KeyRingJournal(journal, level, TimeProvider.System);
        foreach (var role in Enum.GetValues<Role>())
            _keys[role.ToString()] = (await CreateAsync(now, role.ToString(), role)).Key;
        var revoked = await CreateAsync(now, "revoked", Role.Admin);
        await now.RevokeAsync("demo", revoked.Details.Id, CancellationToken.None);
        _keys["revoked"] = revoked.Key;
        _keys["expired"] = await AppendExpiredAsync(journal);
    }

    /// <summary>A key that was created a week ago for a day, as the journal would have it.</summary>
    private static async Task<string> AppendExpiredAsync(IJournal journal)
    {
        var (id, text, digest) = KeyText.Make();
        var now = TimeProvider.System.GetUtcNow();
        var opened = await journal.OpenAsync(new("demo", KeyRing.Kind, IKeyRingGrain.Id), stateSchema: 0);
        var (type, schema, data) = EventCodec.Encode(
            new KeyEvent.Created(id, "expired", Role.Admin, digest, now.AddDays(-6)));
        await opened.Pen.AppendAsync(
            [new(type, schema, data, now, null, 0)], new("test", "", now, now.AddSeconds(10)));
        return text;
    }

    private static async Task<CreatedKey> CreateAsync(KeyRingJournal ring, string name, Role role) =>
        (await ring.CreateAsync("demo", new(name, role), CancellationToken.None)).EnsureAccepted();

    private void Log(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }
}
