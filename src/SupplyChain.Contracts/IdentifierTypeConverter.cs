using System.ComponentModel;
using System.Globalization;

namespace SupplyChain;

/// <summary>Reads an identifier from the text of a configuration.</summary>
internal sealed class IdentifierTypeConverter<T> : TypeConverter where T : struct, IIdentifier<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string);

    /// <inheritdoc/>
    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        T.Of((string)value);
}
