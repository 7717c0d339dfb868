using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SupplyChain.Events;
using SupplyChain.Orders;

namespace SupplyChain.Journal.Events;

/// <summary>What is published is a contract of its own: what was ever stored is published as it always was.</summary>
public sealed class PublishedContractTests
{
    private const string Canary = "CANARY";

    /// <summary>Members that are stored and are nobody else's business, by the object that holds them.</summary>
    private static readonly string[] OnlyOurs = ["digest", "salt", "url"];
    private static readonly string[] Personal = ["name", "address"];

    /// <summary>Every event that was ever stored, by its file, and its published type.</summary>
    private static readonly Dictionary<string, (string Type, JsonObject Stored)> All = Directory
        .GetFiles(Path.GetDirectoryName(GoldenFileTests.PathOf("any"))!, "*.json")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => OfFile(path, File.ReadAllBytes(path)));

    [Fact]
    public void Every_type_of_event_has_exactly_one_published_record()
    {
        var stored = EventCodec.Known
            .SelectMany(known => Enumerable.Range(1, known.Schema).Select(schema => (known.Type, Schema: schema)))
            .Concat(EventCodec.Replaced.Select(type => (Type: type, Schema: 1)))
            .Select(one => Name(one.Type, EventCodec.PublishedSchema(one.Type, one.Schema))).Distinct().ToArray();

        EventData.Types.Keys.Should().BeEquivalentTo(stored, "each has a record in Contracts/Events, and no other");
    }

    [Fact]
    public void Whatever_was_ever_stored_is_published_as_it_was_without_what_is_only_ours()
    {
        All.Should().HaveCountGreaterThan(100);
        foreach (var (file, (type, stored)) in All)
        {
            var shown = stored.DeepClone().AsObject();
            OnlyOurs.ToList().ForEach(member => shown.Remove(member));
            if (shown["shipTo"] is JsonObject shipTo)
            {
                Personal.ToList().ForEach(member => shipTo.Remove(member));
            }

            EventData.Publish(type, Bytes(stored)).Should().Be(shown.ToJsonString(EventCodec.Json), "{0}", file);
        }
    }

    [Fact]
    public void The_bytes_of_every_type_stay_as_they_were_published()
    {
        var now = All.ToDictionary(one => one.Key, one =>
            $"{one.Value.Type} {EventData.Publish(one.Value.Type, Bytes(one.Value.Stored))}");

        new GoldenLines("published.txt").ReadWith(now).Should().Equal(now);
    }

    [Fact]
    public void What_a_record_does_not_name_never_leaves()
    {
        foreach (var (file, (type, stored)) in All)
        {
            var later = stored.DeepClone().AsObject();
            later["digest"] = Canary;
            if (later["shipTo"] is JsonObject shipTo)
            {
                (shipTo["name"], shipTo["address"]) = (Canary, Canary);
            }
            AddToAll(later);

            var published = EventData.Publish(type, Bytes(later));

            published.Should().NotContain(Canary, "{0}", file);
            published.Should().Be(EventData.Publish(type, Bytes(stored)), "{0}", file);
        }
    }

    [Fact]
    public void Every_member_of_a_record_is_filled_by_what_is_stored()
    {
        var empty = new List<string>();
        foreach (var record in EventData.Types.Values.Distinct())
        {
            var samples = All.Values.Where(one => EventData.Types[one.Type] == record)
                .Select(one => JsonNode.Parse(EventData.Publish(one.Type, Bytes(one.Stored))!)).ToArray();
            Collect(record, samples, record.Name, empty);
        }
        empty.Should().BeEmpty("a member that nothing fills has another name than what is stored");
    }

    [Fact]
    public void A_reader_gets_the_record_with_what_is_in_it()
    {
        foreach (var (file, (type, stored)) in All)
        {
            var published = EventData.Publish(type, Bytes(stored))!;

            var body = EventData.Read(type, published);

            body.Should().BeOfType(EventData.Types[type]);
            JsonSerializer.Serialize(body, body!.GetType(), EventData.Json).Should().Be(published, "{0}", file);
        }
    }

    [Fact]
    public void What_only_a_later_version_knows_disturbs_no_reader()
    {
        const string type = "supplychain.order.allocation-proposed.v1";
        var data = JsonNode.Parse(EventData.Publish(type, Bytes(All["order.allocation-proposed.1+1"].Stored))!)!;
        data["units"]![0]!["why"]!["rule"] = "nicestColour";
        data["method"] = "guessed";
        AddToAll(data);

        var read = (OrderAllocationProposed)EventData.Read(type, data.ToJsonString())!;

        ((int)read.Units[0].Why.Rule).Should().Be(0);
        Enum.IsDefined(read.Units[0].Why.Rule).Should().BeFalse();
        read.Method.Should().Be((EventSourcingMethod)0);
        read.Units[1].Why.Rule.Should().Be(SourcingRule.EarliestArrival);
        EventData.Read("supplychain.order.teleported.v1", "{}").Should().BeNull();
    }

    [Fact]
    public void No_value_of_a_published_enum_is_what_readers_are_told_of_unknown_ones() =>
        EventData.Types.Values.SelectMany(Parts).Where(part => part.IsEnum).Distinct()
            .Should().NotBeEmpty().And.OnlyContain(part => !Enum.IsDefined(part, 0));

    /// <summary>The records, lists and values inside, however deep.</summary>
    private static IEnumerable<Type> Parts(Type type) => type.GetProperties()
        .SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType))
        .SelectMany(part => part is { Namespace: "SupplyChain.Events", IsEnum: false } ? Parts(part) : [part]);

    private static void Collect(Type record, IReadOnlyList<JsonNode?> samples, string path, List<string> empty)
    {
        foreach (var property in record.GetProperties())
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var values = samples.Select(sample => sample![name]).Where(value => value is not null)
                .SelectMany(value => value is JsonArray many ? many.AsEnumerable() : [value]).ToArray();
            var part = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            part = part.IsGenericType && part.GetGenericTypeDefinition() == typeof(Items<>)
                ? part.GenericTypeArguments[0] : part;
            if (values.Length == 0)
            {
                empty.Add($"{path}.{name}");
            }
            else if (part.Namespace == "SupplyChain.Events" && !part.IsEnum)
            {
                Collect(part, values, $"{path}.{name}", empty);
            }
        }
    }

    /// <summary>Gives every object one more member, but not what is a dictionary.</summary>
    private static void AddToAll(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            items.ToList().ForEach(AddToAll);
        }
        else if (node is JsonObject members)
        {
            members.Where(member => member.Key != "others").ToList().ForEach(member => AddToAll(member.Value));
            members["addedLater"] = new JsonObject { ["incoterm"] = Canary };
        }
    }

    private static (string Type, JsonObject Stored) OfFile(string path, byte[] bytes)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.LastIndexOf('.');
        var (type, schema, data) = EventCodec.Published(name[..dot], name[dot + 1] - '0', bytes);
        return (Name(type, schema), JsonNode.Parse(data)!.AsObject());
    }

    private static string Name(string type, int schema) => $"supplychain.{type}.v{schema}";

    private static byte[] Bytes(JsonNode stored) => JsonSerializer.SerializeToUtf8Bytes(stored, EventCodec.Json);
}
