using System.Net;

namespace SupplyChain.Host.Nodes;

/// <summary>Which proxies stand in front of the web part; section <c>Web</c>.</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// The addresses and networks of the proxies that bring TLS, separated by semicolons; null: there is none.
    /// </summary>
    public string? Proxy { get; set; }

    /// <summary>The same as networks; an address is a network of one.</summary>
    public IReadOnlyList<IPNetwork> Networks => [.. Names.Select(Of).OfType<IPNetwork>()];

    private string[] Names =>
        Proxy?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What is configured.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">It makes no sense.</exception>
    public static ProxyOptions Configured()
    {
        var options = new ProxyOptions();
        Settings.Bind("Web", options);
        options.Check();
        return options;
    }

    /// <summary>Makes sure that all of them are addresses or networks, and none is everybody's.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">They are not.</exception>
    public void Check()
    {
        OptionFaults.Refuse(Proxy is not null && Names.Length == 0, this, "Web:Proxy names no proxy.");
        var strange = Names.FirstOrDefault(name => Of(name) is not { PrefixLength: > 0 });
        OptionFaults.Refuse(strange is not null, this,
            $"Web:Proxy '{strange}' is no address (10.0.0.5) and no network (10.1.0.0/16) of proxies.");
    }

    private static IPNetwork? Of(string name) =>
        // "10.0.0" would be read as 10.0.0.0.
        IPAddress.TryParse(name, out var address) && (name.Contains(':') || $"{address}" == name)
            ? new(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(name, out var network) ? network
        : null;
}
