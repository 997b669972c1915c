using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiAnon.Strategies;

namespace CiAnon.Stages.Batches;

/// <summary>One JSON object a line; the answer is a JSON text, or null.</summary>
internal sealed class JsonLines : IQuestionFormat
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string AnswerInWords => "neither a JSON text nor null";

    public void Begin(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns)
    {
        // Every line names its fields.
    }

    public void Ask(IBufferWriter<byte> questions, IReadOnlyList<(string Name, int Field)> columns, Row values)
    {
        using var json = new Utf8JsonWriter(questions, Plain);
        json.WriteStartObject();
        Write(json, columns[0], values);
        if (columns.Count > 1)
        {
            json.WriteStartObject("row");
            for (var i = 1; i < columns.Count; i++) Write(json, columns[i], values);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.Flush();
        questions.Write("\n"u8);
    }

    public bool TryReadStart(ref ReadOnlySpan<byte> answers) => true;

    public bool TryRead(ref ReadOnlySpan<byte> answers, out byte[]? answer)
    {
        var end = answers.IndexOf((byte)'\n');
        var line = end < 0 ? answers : answers[..end];
        answers = end < 0 ? default : answers[(end + 1)..];
        answer = null;
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) return false;
            if (json.TokenType == JsonTokenType.String)
            {
                answer = new byte[json.ValueSpan.Length];
                Array.Resize(ref answer, json.CopyString(answer));
            }
            return !json.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Write(Utf8JsonWriter json, (string Name, int Field) column, Row values)
    {
        if (values.IsNull(column.Field)) json.WriteNull(column.Name);
        else json.WriteString(column.Name, Encoding.UTF8.GetString(values[column.Field]));
    }
}
