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

    /// <summary>What is wrong with an address for this node; null when nothing is.</summary>
    internal Fault? Refusal(string url) => !AllowHttp && new Uri(url).Scheme != Uri.UriSchemeHttps
        ? new("/url", FaultCodes.Invalid, "'url' is not https; the setting Webhooks:AllowHttp would allow http.")
        : !AllowPrivateTargets && PublicAddresses.IsPrivateHost(new Uri(url))
            ? new(
                "/url", FaultCodes.Invalid,
                "'url' is a private address; the setting Webhooks:AllowPrivateTargets would allow it.")
            : null;
}
