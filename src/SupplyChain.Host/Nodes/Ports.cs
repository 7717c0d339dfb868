using System.CommandLine;
using System.Net;
using System.Net.Sockets;

namespace SupplyChain.Host.Nodes;

/// <summary>Chooses the ports a silo listens on.</summary>
internal static class Ports
{
    /// <summary>
    /// The port that was asked for, or the usual one, or any free one when that is taken or nothing is usual.
    /// </summary>
    /// <exception cref="VerbException">The port that was asked for is taken.</exception>
    public static int Choose(string option, IPAddress address, int? asked, int? usual)
    {
        var trouble = (asked ?? usual) is { } wanted ? Trouble(address, wanted) : null;
        if (trouble is null)
            return asked ?? usual ?? AnyFree(address);
        return asked is null
            ? AnyFree(address)
            : throw new VerbException($"Port {asked} {trouble}; name another with {option}.");
    }

    /// <summary>The option of a command line that names a port.</summary>
    public static Option<int?> Option(string name, string description)
    {
        var port = new Option<int?>(name) { Description = description, HelpName = "PORT" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65_535)
                result.AddError($"{name} has to be from 1 to 65535.");
        });
        return port;
    }

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

    /// <summary>A port that nobody listens on.</summary>
    public static int AnyFree(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
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
