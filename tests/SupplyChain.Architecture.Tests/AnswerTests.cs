using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace SupplyChain.Architecture;

/// <summary>What REST answers is its own promise: nothing that travels between nodes changes it by itself.</summary>
public sealed class AnswerTests
{
    /// <summary>
    /// Values that mean the same everywhere, beside identifiers and enums: a list, and an amount in a currency, which
    /// can have no more members.
    /// </summary>
    private static readonly Type[] Shared = [typeof(Items<>), typeof(Money)];

    private static readonly Type[] Answers = [.. Documented()];

    [Fact]
    public void Every_documented_answer_is_a_record_of_the_web_part()
    {
        Answers.Should().HaveCountGreaterThan(30);
        Answers.Where(IsOurs).Should().OnlyContain(type => type.Assembly == Layer.Web.Assembly);
    }

    [Fact]
    public void No_member_of_an_answer_is_a_contract_between_nodes() =>
        Answers.SelectMany(Reachable).Distinct()
            .Where(type => IsOurs(type) && type.Assembly != Layer.Web.Assembly)
            .Where(type => !type.IsEnum && !IsIdentifier(type) && !Shared.Contains(Definition(type)))
            .Should().BeEmpty("a part of an answer is a record of the web part");

    private static IEnumerable<Type> Documented()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSupplyChainNodeClient(_ => { });
        builder.Services.AddSupplyChainWeb();
        var app = builder.Build();
        app.MapSupplyChain();
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
            .SelectMany(endpoint => endpoint.Metadata.OfType<IProducesResponseTypeMetadata>())
            .Select(answer => answer.Type)
            .OfType<Type>()
            .Distinct();
    }

    /// <summary>The types of its members, however deep.</summary>
    private static HashSet<Type> Reachable(Type answer)
    {
        var reached = new HashSet<Type>();
        Collect(answer);
        return reached;

        void Collect(Type type)
        {
            foreach (var argument in type.GetGenericArguments())
                Collect(argument);
            if (!IsOurs(type) || type.IsEnum || !reached.Add(type) || type.Assembly != Layer.Web.Assembly)
                return;
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
                Collect(property.PropertyType);
        }
    }

    private static bool IsOurs(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("SupplyChain.", StringComparison.Ordinal);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsIdentifier(Type type) => Array.Exists(
        type.GetInterfaces(), face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IIdentifier<>));
}
