namespace SupplyChain.Webhooks;

/// <summary>Sets a webhook up, or changes where it delivers and what.</summary>
/// <param name="Url">
/// Where events are posted to: an absolute <c>https</c> address without user and fragment, at most 2,000 characters.
/// </param>
/// <param name="Types">
/// Only events of these types, or of those that begin with what stands before a <c>*</c> at the end; none for all. At
/// most 100.
/// </param>
/// <param name="Enabled">Whether it delivers; false pauses it.</param>
[GenerateSerializer, Immutable, Alias("put-webhook")]
public sealed record PutWebhook(
    [property: Id(0)] string Url, [property: Id(1)] Items<string> Types = default,
    [property: Id(2)] bool Enabled = true)
{
    /// <summary>The longest address.</summary>
    public const int MaxUrl = 2_000;

    /// <summary>The most types.</summary>
    public const int MaxTypes = 100;

    /// <summary>
    /// What is wrong with it; nothing in most cases. Which addresses are allowed is the node's to say.
    /// </summary>
    public Items<Fault> Validate()
    {
        var faults = new FaultList();
        if (string.IsNullOrEmpty(Url))
        {
            faults.Add("url", FaultCodes.Required, "'url' is required.");
        }
        else if (Url.Length > MaxUrl)
        {
            faults.Add("url", FaultCodes.TooLong, "'url' is longer than 2,000 characters.");
        }
        else if (!Uri.TryCreate(Url, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || Url.Any(char.IsControl))
        {
            faults.Add("url", FaultCodes.Invalid, "'url' is not an https address without user and fragment.");
        }
        if (Types.Count > MaxTypes)
            faults.Add("types", FaultCodes.TooLong, "'types' has more than 100 elements.");
        for (var index = 0; index < Types.Count; index++)
        {
            if (string.IsNullOrEmpty(Types[index]) || Types[index].Length > Limits.MaxText)
                faults.Add($"types/{index}", FaultCodes.Invalid, "A type is 1 to 200 characters.");
        }
        return faults.All;
    }
}

/// <summary>Begins to deliver again from a place in the feed, or one delivery.</summary>
/// <param name="After">A position of the feed: everything after it is delivered again.</param>
/// <param name="Delivery">
/// A delivery's id, as <see cref="DeliveryAttempt.Id"/> says, or an event's: that event alone is delivered again.
/// </param>
[GenerateSerializer, Immutable, Alias("replay-webhook")]
public sealed record ReplayWebhook([property: Id(0)] string? After, [property: Id(1)] string? Delivery);
