using Orleans.Serialization;

namespace SupplyChain;

/// <summary>
/// Exceptions of the library that Orleans retries with. They come as causes of Orleans' own, of a placement that took
/// too long for example; when the cause could not be sent, the answer would be lost with it.
/// </summary>
public static class ExceptionsBelowOrleans
{
    /// <summary>Lets them travel between silos and clients.</summary>
    public static void Admit(ExceptionSerializationOptions options) => options.SupportedNamespacePrefixes.Add("Polly");
}
