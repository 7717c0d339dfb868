using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace SupplyChain.Planner;

/// <summary>Keeps the keys of pages in memory: a page lives no longer than the process that made it.</summary>
internal sealed class PassingKeys : IXmlRepository
{
    private readonly Lock _gate = new();
    private readonly List<XElement> _keys = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_gate)
            return [.. _keys.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_gate)
            _keys.Add(new XElement(element));
    }
}
