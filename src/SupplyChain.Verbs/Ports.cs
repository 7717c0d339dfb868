using System.CommandLine;
using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Verbs;

/// <summary>Chooses the ports a silo listens on.</summary>
public static class Ports
{
    private const int FirstToChoose = 20_000;
    private const int LastToChoose = 29_999;
    private const int MaxTries = 100;

    /// <summary>
    /// The port that was asked for, or the usual one, or any free one when that is taken or nothing is usual; never one
    /// of the node's own others, on which no program listens yet.
    /// </summary>
    /// <exception cref="VerbException">The port that was asked for is taken.</exception>
    public static int Choose(string option, IPAddress address, int? asked, int? usual, params ReadOnlySpan<int> others)
    {
        if ((asked ?? usual) is not { } wanted)
            return AnyFree(address, others);
        var trouble = others.Contains(wanted) ? "is another port of this node" : Trouble(address, wanted);
        return trouble is null ? wanted
            : asked is null ? AnyFree(address, others)
            : throw new VerbException($"Port {asked} {trouble}; name another with {option}.");
    }

    /// <summary>The option of a command line that names a port.</summary>
    public static Option<int?> Option(string name, string description) =>
        new Option<int?>(name) { Description = description, HelpName = "PORT" }.TakesNumber(1, 65_535);

    /// <summary>Makes sure that the web part can listen.</summary>
    /// <exception cref="VerbException">An address cannot be used.</exception>
    public static void EnsureFree(IEnumerable<string> urls)
    {
        foreach (var url in urls.Select(url => new Uri(url)))
        {
            var address = IPAddress.TryParse(url.DnsSafeHost, out var given) ? given : IPAddress.Loopback;
            if (Trouble(address, url.Port) is { } trouble)
            {
                throw new VerbException(
                    $"{url.GetLeftPart(UriPartial.Authority)} {trouble}; name another with --urls.");
            }
        }
    }

    /// <summary>
    /// A port without a listener, and none of these. It is not one that systems give to connections by default
    /// (from 32768 on), of which another program could have taken it before the silo listens.
    /// </summary>
    public static int AnyFree(IPAddress address, params ReadOnlySpan<int> others)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var port = Random.Shared.Next(FirstToChoose, LastToChoose + 1);
            if (!others.Contains(port) && Trouble(address, port) is null)
                return port;
        }

        throw new VerbException(
            $"No port was free on {address}, of {MaxTries} tried from {FirstToChoose} to {LastToChoose}; name some "
            + "with --silo-port and --gateway-port.");
    }

    /// <summary>Why a port cannot be listened on; null when it can.</summary>
    private static string? Trouble(IPAddress address, int port)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
            return null;
        }
        catch (SocketException trouble)
        {
            return trouble.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? "is in use by another program"
                : $"cannot be used ({trouble.Message})";
        }
    }
}
