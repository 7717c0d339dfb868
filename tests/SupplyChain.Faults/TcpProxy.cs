using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace SupplyChain;

/// <summary>
/// Stands between two programs on this machine and makes the network between them bad: slow, cut, or silent.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private const int ChunkBytes = 65_536;
    private const int ChunksUnderWay = 1_024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = [];
    private readonly Task _accepting;
    private volatile TaskCompletionSource _flowing = Flowing();
    private volatile bool _refusing;
    private long _delayTicks;

    /// <summary>Forwards to a port of this machine.</summary>
    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>How long everything that is sent to the target stays under way.</summary>
    public TimeSpan Delay
    {
        get => new(Interlocked.Read(ref _delayTicks));
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks);
    }

    /// <summary>Breaks every connection and accepts none until it is mended.</summary>
    public void Cut()
    {
        _refusing = true;
        foreach (var socket in _open.Keys)
            Break(socket);
    }

    /// <summary>From now on nothing gets through, and neither end is told; new connections are accepted.</summary>
    public void Swallow() => _flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets everything through again, also what was held back.</summary>
    public void Mend()
    {
        _refusing = false;
        _flowing.TrySetResult();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        Cut();
        _listener.Dispose();
        await _accepting;
        _ended.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flowing.SetResult();
        return flowing;
    }

    private async Task AcceptAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                _ = ForwardAsync(await _listener.AcceptSocketAsync(_ended.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ForwardAsync(Socket near)
    {
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (near)
        {
            near.NoDelay = true;
            try
            {
                _open[near] = _open[far] = true;
                if (_refusing)
                    return;
                await far.ConnectAsync(IPAddress.Loopback, _target, _ended.Token);
                await Task.WhenAny(PumpAsync(near, far, slow: true), PumpAsync(far, near, slow: false));
            }
            catch (Exception gone) when (gone is OperationCanceledException or SocketException)
            {
                // The other side hears of it below.
            }
            finally
            {
                Break(near);
                Break(far);
            }
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool slow)
    {
        var underWay = Channel.CreateBounded<(byte[] Bytes, long Since)>(ChunksUnderWay);
        try
        {
            await await Task.WhenAny(ReadAsync(from, underWay.Writer), WriteAsync(to, underWay.Reader, slow));
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The caller breaks both sides.
        }
    }

    private async Task ReadAsync(Socket from, ChannelWriter<(byte[] Bytes, long Since)> underWay)
    {
        var buffer = new byte[ChunkBytes];
        for (var count = 1; count > 0;)
        {
            count = await from.ReceiveAsync(buffer.AsMemory(), _ended.Token);
            await underWay.WriteAsync((buffer[..count], TimeProvider.System.GetTimestamp()), _ended.Token);
        }
        await Task.Delay(Timeout.Infinite, _ended.Token);
    }

    /// <summary>An empty chunk is the end of the stream, after everything before it.</summary>
    private async Task WriteAsync(Socket to, ChannelReader<(byte[] Bytes, long Since)> underWay, bool slow)
    {
        await foreach (var (bytes, since) in underWay.ReadAllAsync(_ended.Token))
        {
            var left = slow ? Delay - TimeProvider.System.GetElapsedTime(since) : TimeSpan.Zero;
            if (left > TimeSpan.Zero)
                await Task.Delay(left, _ended.Token);
            await _flowing.Task.WaitAsync(_ended.Token);
            if (bytes.Length == 0)
                return;
            await to.SendAsync(bytes.AsMemory(), _ended.Token);
        }
    }

    private void Break(Socket socket)
    {
        _open.TryRemove(socket, out _);
        try
        {
            // A reset rather than a farewell, as when a machine is gone.
            socket.LingerState = new(true, 0);
            socket.Close();
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It is broken already.
        }
    }
}
