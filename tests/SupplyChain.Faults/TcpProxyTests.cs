using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Xunit;

namespace SupplyChain;

/// <summary>The bad network does what it is told.</summary>
public sealed class TcpProxyTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private readonly TcpListener _echo = new(IPAddress.Loopback, 0);
    private TcpProxy _proxy = null!;

    [Fact]
    public async Task What_is_slow_comes_later_and_whole()
    {
        using var client = await ConnectAsync();
        _proxy.Delay = TimeSpan.FromMilliseconds(300);
        var watch = Stopwatch.StartNew();
        (await EchoAsync(client, "whole")).Should().Be("whole");
        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task What_is_cut_is_told_and_nobody_gets_through_until_it_is_mended()
    {
        using var client = await ConnectAsync();
        (await EchoAsync(client, "before")).Should().Be("before");
        _proxy.Cut();
        (await EchoAsync(client, "cut")).Should().BeEmpty();
        (await OnceAsync("cut")).Should().BeEmpty();
        _proxy.Mend();
        (await OnceAsync("after")).Should().Be("after");
    }

    [Fact]
    public async Task What_is_swallowed_comes_when_it_is_mended()
    {
        using var client = await ConnectAsync();
        _proxy.Swallow();
        var echo = EchoAsync(client, "late");
        (await Task.WhenAny(echo, Task.Delay(TimeSpan.FromMilliseconds(300)))).Should().NotBeSameAs(echo);
        _proxy.Mend();
        (await echo).Should().Be("late");
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync()
    {
        _echo.Start();
        _proxy = new(((IPEndPoint)_echo.LocalEndpoint).Port);
        _ = AcceptAsync();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _echo.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _echo.AcceptTcpClientAsync();
            _ = client.GetStream().CopyToAsync(client.GetStream());
        }
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    /// <summary>What comes back over a new connection; nothing when there is none.</summary>
    private async Task<string> OnceAsync(string text)
    {
        try
        {
            using var client = await ConnectAsync();
            return await EchoAsync(client, text);
        }
        catch (SocketException)
        {
            return "";
        }
    }

    /// <summary>What comes back; nothing when the connection is gone.</summary>
    private static async Task<string> EchoAsync(TcpClient client, string text)
    {
        try
        {
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));
            var back = new byte[text.Length];
            await client.GetStream().ReadExactlyAsync(back).AsTask().WaitAsync(Soon);
            return System.Text.Encoding.ASCII.GetString(back);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
