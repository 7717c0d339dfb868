using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>
/// Who may reach the web part from where: in Development this machine alone; elsewhere other machines over TLS, or by
/// way of a proxy that is declared and brings it.
/// </summary>
internal static class Reach
{
    /// <summary>Makes sure that no key travels between machines as it is.</summary>
    /// <exception cref="VerbException">One would.</exception>
    public static void Check(NodeOptions options, ProxyOptions proxies, WebCertificate certificate)
    {
        certificate.Check();
        if (options.IsOpen && proxies.Proxy is not null)
        {
            throw Refused(
                "Web:Proxy: in Development everybody who comes by way of a proxy could do everything; name another "
                + "--environment.");
        }
        if (options.Urls.Select(url => Fault(url, options.IsOpen, proxies, certificate))
            .FirstOrDefault(fault => fault is not null) is { } said)
        {
            throw Refused($"--urls: {said}");
        }
    }

    private static string? Fault(string url, bool isOpen, ProxyOptions proxies, WebCertificate certificate)
    {
        var address = new Uri(url);
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            if (certificate.Path is null)
            {
                return $"'{url}' needs a certificate: SUPPLYCHAIN_Kestrel__Certificates__Default__Path with …__KeyPath "
                    + "(PEM) or …__Password (PFX).";
            }
        }
        else if (!address.IsLoopback && !isOpen && proxies.Proxy is null)
        {
            return $"'{url}' is not on this machine only, and keys would travel to it without TLS. Give it https and a "
                + "certificate (SUPPLYCHAIN_Kestrel__Certificates__Default__Path), or name the proxy with TLS in front "
                + "of it (SUPPLYCHAIN_Web__Proxy).";
        }
        return !address.IsLoopback && isOpen
            ? $"'{url}' is not on this machine only, and in Development every caller may do everything; name another "
                + "--environment."
            : null;
    }

    private static VerbException Refused(string message) => new(message, ExitCode.BadUsage);

    /// <summary>Where a node reaches itself: of all addresses, the one of this machine.</summary>
    public static string Own(string url)
    {
        var own = new UriBuilder(url);
        if (IPAddress.TryParse(own.Host.Trim('[', ']'), out var address))
        {
            own.Host = address.Equals(IPAddress.Any) ? $"{IPAddress.Loopback}"
                : address.Equals(IPAddress.IPv6Any) ? $"[{IPAddress.IPv6Loopback}]"
                : own.Host;
        }
        return own.Uri.GetLeftPart(UriPartial.Authority);
    }
}
