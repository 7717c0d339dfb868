using System.Reflection;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using Orleans.Serialization.TypeSystem;
using SupplyChain.Imports;
using SupplyChain.Inventory;
using SupplyChain.Network;
using SupplyChain.Orders;
using SupplyChain.Shipments;

namespace SupplyChain;

/// <summary>
/// Calls between actors keep the names that release 0.1 gave them, so that its nodes and those of this release work in
/// one cluster. There each actor had one interface for clients and actors; here actors have one of their own.
/// </summary>
internal sealed class NamesOfRelease01 : ITypeConverter
{
    private static readonly Dictionary<Type, Type> InterfaceThen = new()
    {
        [typeof(IOrderActor)] = typeof(IOrderGrain),
        [typeof(IDemandActor)] = typeof(IOrderGrain),
        [typeof(IShipmentOwnerActor)] = typeof(IOrderGrain),
        [typeof(IShipmentActor)] = typeof(IShipmentGrain),
        [typeof(IWarehouseActor)] = typeof(IWarehouseGrain),
        [typeof(IStockActor)] = typeof(IStockGrain),
        [typeof(IAvailabilityActor)] = typeof(IAvailabilityGrain),
        [typeof(IReceiptActor)] = typeof(IReceiptGrain),
        [typeof(IAdjustmentActor)] = typeof(IAdjustmentGrain),
        [typeof(IImportActor)] = typeof(IImportGrain),
    };

    /// <summary>Lets calls be read that carry those names.</summary>
    public static void Read(TypeManifestOptions manifest)
    {
        foreach (var call in typeof(IOrderActor).Assembly.GetTypes())
        {
            foreach (var name in call.GetCustomAttributes<CompoundTypeAliasAttribute>())
            {
                if (name.Components is not [string kind, Type reference, Type actor, string method]
                    || !InterfaceThen.TryGetValue(actor, out var then))
                {
                    continue;
                }
                manifest.CompoundTypeAliases.Add(kind).Add(reference).Add(then).Add(method, call);
            }
        }
    }

    /// <inheritdoc/>
    public bool TryFormat(Type type, out string formatted)
    {
        formatted = "";
        var name = type.GetCustomAttributes<CompoundTypeAliasAttribute>().FirstOrDefault();
        if (name?.Components is [_, _, Type actor, _] && InterfaceThen.TryGetValue(actor, out var then))
        {
            var (now, before) = (RuntimeTypeNameFormatter.Format(actor), RuntimeTypeNameFormatter.Format(then));
            formatted = RuntimeTypeNameFormatter.Format(type).Replace(now, before, StringComparison.Ordinal);
        }
        return formatted.Length > 0;
    }

    /// <inheritdoc/>
    public bool TryParse(string formatted, out Type type)
    {
        type = typeof(void);
        return false;
    }
}
