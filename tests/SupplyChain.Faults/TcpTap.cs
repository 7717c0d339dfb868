using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SupplyChain;

/// <summary>Stands between two programs on this machine and takes down what the first one sends.</summary>
internal sealed class TcpTap : IAsyncDisposable
{
    private const int MostBytes = 1024 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentQueue<MemoryStream> _taken = [];
    private readonly int _target;
    private readonly Task _accepting;

    /// <summary>Forwards to a port of this machine.</summary>
    public TcpTap(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>What was sent over the connection that sent most.</summary>
    public byte[] TakenDown()
    {
        var most = _taken.MaxBy(one => one.Length)!;
        lock (most)
            return most.ToArray();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            var open = new List<Task>();
            while (!_ended.IsCancellationRequested)
                open.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
            await Task.WhenAll(open);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // It is over.
        }
    }

    private async Task ForwardAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, _target, _ended.Token);
                var taken = new MemoryStream();
                _taken.Enqueue(taken);
                await Task.WhenAny(
                    PumpAsync(near.GetStream(), far.GetStream(), taken),
                    PumpAsync(far.GetStream(), near.GetStream(), null));
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException or IOException)
            {
                // Both sides hear of it when they are closed.
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, MemoryStream? taken)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, _ended.Token) is > 0 and var count)
        {
            if (taken is { Length: < MostBytes })
            {
                lock (taken)
                    taken.Write(buffer.AsSpan(0, count));
            }
            await to.WriteAsync(buffer.AsMemory(0, count), _ended.Token);
        }
    }
}
