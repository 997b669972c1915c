using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CiAnon.Reporting;

/// <summary>The report as JSON, and the JSON Schema (draft 2020-12) that is generated from the same records.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowAbsent } },
    };

    public static byte[] Write(ComplianceReport report) => [.. JsonSerializer.SerializeToUtf8Bytes(report, Options), (byte)'\n'];

    public static byte[] Write(RunningReport report) => [.. JsonSerializer.SerializeToUtf8Bytes(report, Options), (byte)'\n'];

    public static ComplianceReport? Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<ComplianceReport>(json, Options);

    /// <summary>docs/schema/report.schema.json.</summary>
    public static string Schema()
    {
        var exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var body = (JsonObject)Options.GetJsonSchemaAsNode(typeof(ComplianceReport), exporter);
        var running = (JsonObject)Options.GetJsonSchemaAsNode(typeof(RunningReport), exporter);
        running.Insert(0, "$id", RunningReport.SchemaId);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = ComplianceReport.SchemaId,
            ["title"] = "CiAnon compliance report",
        };
        foreach (var (name, value) in body.ToList())
        {
            body.Remove(name);
            schema[name] = value;
        }
        schema["$defs"] = new JsonObject { ["running"] = running };
        return schema.ToJsonString(Options) + "\n";
    }

    // What is null isn't written, so a reader must do without it.
    private static void AllowAbsent(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsGetNullable)) property.IsRequired = false;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema) return node;
        ICustomAttributeProvider? source = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        var description = source?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
        if (description is not null) schema.Insert(0, "description", description);
        MakeRequired(context, schema);
        return schema;
    }

    // A reader may rely on every property that can't be null.
    private static void MakeRequired(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (schema["properties"] is not JsonObject properties) return;
        var always = context.TypeInfo.Properties.Where(property => !property.IsGetNullable).Select(property => property.Name).Where(properties.ContainsKey);
        schema["required"] = new JsonArray([.. always.Select(name => JsonValue.Create(name))]);
        schema["additionalProperties"] = false;
    }
}
