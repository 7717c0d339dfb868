using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;

namespace SupplyChain;

/// <summary>
/// Sends mutated frames to a node's gateway, while a client that is well goes on placing orders. The frames begin as
/// those of another client, as a tap in its way took them down.
/// </summary>
internal sealed class GatewayFuzz : IAsyncDisposable
{
    private const int AtATime = 8;
    private const int FramesPerConnection = 4;
    private const int Sources = 60;
    private const int Samples = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly string _data = Directory.CreateTempSubdirectory("supplychain-frames-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private byte[] _preamble = [];
    private byte[][] _frames = [];
    private Task<int> _placing = Task.FromResult(0);
    private RunningNode? _node;
    private SupplyChainClient? _client;
    private int _sent;
    private int _connections;
    private readonly int _port;
    private readonly TcpTap _tap;

    private GatewayFuzz(int port) => (_port, _tap) = (port, new TcpTap(port));

    /// <summary>The node.</summary>
    public RunningNode Node => _node!;

    /// <summary>What was done.</summary>
    public string Told => string.Create(CultureInfo.InvariantCulture,
        $"{_sent} frames over {_connections} connections, from {_frames.Length} that were taken down");

    /// <summary>Starts a node, takes a client's frames down and leaves another client placing orders.</summary>
    public static async Task<GatewayFuzz> BeginAsync(string postgres)
    {
        var fuzz = new GatewayFuzz(FreePort.Next());
        try
        {
            await fuzz.PrepareAsync(postgres);
            return fuzz;
        }
        catch
        {
            await fuzz.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a frame for each seed, some over one connection.</summary>
    public async Task SendAsync(int from, int count) => await Parallel.ForAsync(
        0, count / FramesPerConnection, new ParallelOptions { MaxDegreeOfParallelism = AtATime },
        async (at, stop) => await SendOverOneAsync(from + at * FramesPerConnection, stop));

    /// <summary>The node lives, and the client that is well was served all the time.</summary>
    public async Task JudgeAsync()
    {
        Node.IsAlive.Should().BeTrue(Node.Log);
        await _stop.CancelAsync();
        (await _placing).Should().BeGreaterThan(0);
        using var http = new NodeHttp(Node.Url, connections: 1);
        (await http.PostAsync("verify")).Read<SeenVerification>().Ok.Should().BeTrue();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_client is not null)
            await _client.DisposeAsync();
        if (_node is not null)
            await _node.DisposeAsync();
        await _tap.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private async Task PrepareAsync(string postgres)
    {
        _node = await RunningNode.StartAsync(new NodeStart(_data)
        {
            Postgres = postgres,
            Options = ["--gateway-port", Text(_tap.Port), "--gateway-listen-port", Text(_port)],
        });
        await using (var model = await ConnectAsync(_tap.Port))
        {
            await model.Warehouses.PutAsync("HAM", new PutWarehouse("Hamburg", 53.55, 9.99, "DE"));
            await model.Inventory.PutProductAsync("SKU-1", new PutProduct("Bolt"));
            for (var i = 0; i < Samples; i++)
                await PlaceAsync(model, $"T-{i}");
            (_preamble, _frames) = Parted(_tap.TakenDown());
        }
        _frames.Should().HaveCountGreaterThan(Samples);
        // Another one: who opens a connection as a client gets that client's answers.
        _client = await ConnectAsync(_tap.Port);
        _placing = PlaceOnAndOnAsync();
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static async Task<SupplyChainClient> ConnectAsync(int port) =>
        await SupplyChainClient.ConnectAsync(new SupplyChainClientOptions
        {
            Gateways = [new IPEndPoint(IPAddress.Loopback, port).ToString()],
        });

    private static async Task PlaceAsync(SupplyChainClient client, string number)
    {
        var reply = await client.Orders.PlaceAsync(number, new PlaceOrder("C-1", new("DE"), [new(1, "SKU-1", 1)]));
        reply.Accepted.Should().BeTrue(reply.Message);
    }

    /// <summary>A client that is well; it fails when a call of it does.</summary>
    private async Task<int> PlaceOnAndOnAsync()
    {
        var placed = 0;
        for (; !_stop.IsCancellationRequested; placed++)
        {
            await PlaceAsync(_client!, string.Create(CultureInfo.InvariantCulture, $"W-{placed}"));
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
        return placed;
    }

    private async Task SendOverOneAsync(int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // Ports of one address are used up sooner than they are free again.
        socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{2 + seed / FramesPerConnection % Sources}"), 0));
        await socket.ConnectAsync(IPAddress.Loopback, _port, stop);
        Interlocked.Increment(ref _connections);
        try
        {
            await socket.SendAsync(random.Next(10) == 0 ? Mutated(random, _preamble) : _preamble, stop);
            for (var at = 0; at < FramesPerConnection; at++)
            {
                await socket.SendAsync(Mutated(random, _frames[random.Next(_frames.Length)]), stop);
                Interlocked.Increment(ref _sent);
            }
            socket.Shutdown(SocketShutdown.Send);
            await EndedAsync(socket);
        }
        catch (SocketException)
        {
            // The gateway has closed it: that is its right.
        }
    }

    /// <summary>Reads what comes back until the gateway ends the connection, or has had time to.</summary>
    private static async Task EndedAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) > 0)
            {
            }
        }
        catch (OperationCanceledException)
        {
            // It waits for the rest of a frame; the connection ends here.
        }
    }

    private static byte[] Mutated(Random random, byte[] frame)
    {
        var bytes = frame.ToArray();
        switch (random.Next(7))
        {
            case 0: // a length of another frame, or of none
                BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(random.Next(2) * 4), Length(random, bytes.Length));
                break;
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                return [.. bytes, .. bytes];
            case 3:
                return [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            case 4:
                random.NextBytes(bytes.AsSpan(Math.Min(8, bytes.Length)));
                break;
            default:
                for (var times = random.Next(1, 6); times > 0; times--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
        }
        return bytes;
    }

    private static int Length(Random random, int usual) => random.Next(6) switch
    {
        0 => -1,
        1 => int.MaxValue,
        2 => int.MinValue,
        3 => 0,
        4 => 90 * 1024 * 1024,
        _ => random.Next(usual),
    };

    /// <summary>
    /// What opens a connection, and the messages after it: each has the lengths of its header and its body in front,
    /// the opening has one length.
    /// </summary>
    private static (byte[] Preamble, byte[][] Frames) Parted(byte[] bytes)
    {
        var at = sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var (preamble, frames) = (bytes[..at], new List<byte[]>());
        while (at + 2 * sizeof(int) <= bytes.Length)
        {
            var length = 2 * sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at))
                + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + sizeof(int)));
            if (length < 2 * sizeof(int) || at + length > bytes.Length)
                break;
            frames.Add(bytes[at..(at + length)]);
            at += length;
        }
        return (preamble, [.. frames]);
    }
}
