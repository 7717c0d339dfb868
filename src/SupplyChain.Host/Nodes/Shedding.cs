using SupplyChain.Journal;

namespace SupplyChain.Host.Nodes;

/// <summary>Refuses requests at once while the journal cannot be written: they would only wait in vain.</summary>
internal sealed class Shedding(RequestDelegate next, JournalPulse pulse)
{
    public Task InvokeAsync(HttpContext http) =>
        pulse.CanWrite || !http.Request.Path.StartsWithSegments("/api")
            ? next(http)
            : throw new UnavailableException("The journal cannot be written now; nothing was stored.");
}
