using System.Text;
using CiAnon.Copy;
using CiAnon.Strategies;

namespace CiAnon.Tests.Strategies;

/// <summary>A row through its masks, as the row transformer has them.</summary>
internal static class RowRun
{
    /// <param name="columns">Name, value as COPY writes it, and mask.</param>
    public static string[] Of(params (string Name, string Value, Mask? Mask)[] columns)
    {
        var shape = new RowShape([.. columns.Select(column => column.Name)], name => columns.First(column => column.Name == name).Mask);
        var written = new MemoryStream();
        var buffer = new CopyBuffer(written);
        new RowTransformer([.. columns.Select(column => column.Mask?.For(shape))])
            .Transform(Encoding.UTF8.GetBytes(string.Join('\t', columns.Select(column => column.Value)) + "\n"), buffer);
        buffer.Flush();
        return Encoding.UTF8.GetString(written.ToArray()).TrimEnd('\n').Split('\t');
    }
}
