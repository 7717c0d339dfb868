namespace SupplyChain.Webhooks;

/// <summary>Where webhooks may deliver to, and how much at once. Configuration section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Whether addresses may be <c>http</c>. False: only <c>https</c>.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>
    /// Whether receivers may have private addresses: of this machine, of local networks, of a cloud's metadata. False:
    /// only addresses of the public internet, so that a webhook cannot look around behind the firewall.
    /// </summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>How many events of one webhook are under way at once, each of another entity: 1 to 256.</summary>
    public int Concurrency { get; set; } = 32;

    /// <summary>Checks them.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">One makes no sense.</exception>
    public void Check() => OptionFaults.Refuse(
        Concurrency is < 1 or > 256, this, $"Webhooks:Concurrency {Concurrency} is not from 1 to 256.");

    /// <summary>
    /// What is wrong with an address for this node, all at once, with the variables that would allow it; null when
    /// nothing is.
    /// </summary>
    internal Fault? Refusal(string url)
    {
        (bool Wrong, string What, string Setting)[] rules =
        [
            (!AllowHttp && new Uri(url).Scheme != Uri.UriSchemeHttps, "is not https", nameof(AllowHttp)),
            (!AllowPrivateTargets && PublicAddresses.IsPrivateHost(new Uri(url)), "is a private address",
                nameof(AllowPrivateTargets)),
        ];
        var broken = Array.FindAll(rules, rule => rule.Wrong);
        var settings = broken.Select(rule => $"SUPPLYCHAIN_Webhooks__{rule.Setting}=true");
        return broken.Length == 0 ? null : new(
            "/url", FaultCodes.Invalid,
            $"'url' {string.Join(" and ", broken.Select(rule => rule.What))}; a node that is started with "
            + $"{string.Join(" and ", settings)} allows it.");
    }
}
