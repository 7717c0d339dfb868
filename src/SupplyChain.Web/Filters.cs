using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace SupplyChain;

/// <summary>
/// What the query of a request can ask of a list, as the <see cref="FilterAttribute"/>s of the members of
/// <typeparamref name="TQuery"/> say it. Members without one keep their default. Built once.
/// </summary>
internal static class Filters<TQuery> where TQuery : class
{
    private static readonly (QueryParameter[] Parameters, Func<QueryReader, TQuery> Read) Built = Build();

    /// <summary>As the OpenAPI document shows it.</summary>
    public static QueryParameter[] Parameters => Built.Parameters;

    /// <summary>Reads it.</summary>
    public static TQuery Read(QueryReader query) => Built.Read(query);

    private static (QueryParameter[] Parameters, Func<QueryReader, TQuery> Read) Build()
    {
        var reader = Expression.Parameter(typeof(QueryReader));
        var constructor = typeof(TQuery).GetConstructors().Single();
        var names = Array.ConvertAll(constructor.GetParameters(), argument => argument.Name!);
        var arguments = names.ToDictionary(name => name, name => (Expression)Expression.Default(TypeOf(name)));
        var filters = new List<(QueryParameter Parameter, ParameterExpression Value, Expression Read)>();
        foreach (var name in names)
        {
            if (Member(name).GetCustomAttribute<FilterAttribute>() is not { } filter)
                continue;
            var value = Expression.Variable(TypeOf(filter.Several ?? name));
            arguments[name] = value;
            if (filter.Several is { } several)
            {
                arguments[name] = Part(nameof(Wanted.Only), value);
                arguments[several] = Part(nameof(Wanted.Several), value);
            }

            filters.Insert(
                filter.Place < 0 ? filters.Count : filter.Place,
                (Parameter(filter, value.Type), value, Value(filter, value.Type, reader)));
        }

        var query = Expression.Block(
            filters.Select(filter => filter.Value),
            [
                .. filters.Select(filter => Expression.Assign(filter.Value, filter.Read)),
                Expression.New(constructor, names.Select(name => arguments[name])),
            ]);
        return (
            [.. filters.Select(filter => filter.Parameter)],
            Expression.Lambda<Func<QueryReader, TQuery>>(query, reader).Compile());
    }

    private static QueryParameter Parameter(FilterAttribute filter, Type type)
    {
        var one = One(type);
        var parameter = one switch
        {
            _ when one == typeof(int) => QueryParameter.Number(filter.Name, filter.Description) with
            {
                Minimum = filter.From,
                Maximum = filter.To,
            },
            { IsEnum: true } => QueryParameter.OneOf(
                one, filter.Name, filter.Description, names: filter.CamelCase ? JsonNamingPolicy.CamelCase : null),
            _ when one == typeof(bool) => QueryParameter.Flag(filter.Name, filter.Description),
            { IsPrimitive: true } => QueryParameter.Number(filter.Name, filter.Description),
            _ when one == typeof(string) && filter.ByCommas => QueryParameter.Text(filter.Name, filter.Description),
            _ when one == typeof(string) => QueryParameter.Text(filter.Name, filter.Description) with
            {
                MaxLength = Limits.MaxText,
            },
            _ when one == typeof(DateOnly) || one == typeof(DateTimeOffset) =>
                QueryParameter.Moment(filter.Name, filter.Description),
            _ => QueryParameter.Text(filter.Name, filter.Description) with
            {
                MaxLength = Identifier.MaxLength,
                Pattern = OpenApiSchemas.Identifier().Pattern,
            },
        };
        return IsList(type) ? parameter.Many() : parameter;
    }

    private static MethodCallExpression Value(FilterAttribute filter, Type type, Expression reader)
    {
        var one = One(type);
        return one switch
        {
            { IsEnum: true } => Call(IsList(type) ? nameof(QueryReader.Values) : nameof(QueryReader.Value), one),
            _ when type == typeof(bool) => Call(nameof(QueryReader.Flag)),
            _ when type == typeof(bool?) => Call(nameof(QueryReader.FlagOrNull)),
            _ when type == typeof(long?) => Call(nameof(QueryReader.Number)),
            _ when type == typeof(DateOnly?) => Call(nameof(QueryReader.Date)),
            _ when type == typeof(DateTimeOffset?) => Call(nameof(QueryReader.Instant)),
            _ when type == typeof(string) => Call(nameof(QueryReader.Search)),
            _ when type == typeof(Items<string>) =>
                Call(filter.ByCommas ? nameof(QueryReader.Names) : nameof(QueryReader.Texts)),
            _ when type == typeof(Items<int>) => Expression.Call(
                reader, nameof(QueryReader.Numbers), null, Expression.Constant(filter.Name),
                Expression.Constant(filter.From), Expression.Constant(filter.To)),
            _ => Call(nameof(QueryReader.Ids), one),
        };

        MethodCallExpression Call(string method, params Type[] of) =>
            Expression.Call(reader, method, of, Expression.Constant(filter.Name));
    }

    private static PropertyInfo Member(string name) => typeof(TQuery).GetProperty(name)!;

    private static Type TypeOf(string name) => Member(name).PropertyType;

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Items<>);

    /// <summary>The type of one value.</summary>
    private static Type One(Type type) => IsList(type)
        ? type.GetGenericArguments()[0]
        : Nullable.GetUnderlyingType(type) ?? type;

    private static MethodCallExpression Part(string method, Expression values) =>
        Expression.Call(typeof(Wanted), method, [One(values.Type)], values);
}
