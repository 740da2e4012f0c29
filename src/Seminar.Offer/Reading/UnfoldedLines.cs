using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Seminar.Offer.Reading;

/// <summary>Writes the sheets of a workbook as lines: an array a sheet, an object for what is said of the file as a whole.</summary>
internal sealed class UnfoldedLines(Stream target) : IDisposable
{
    public const string Remark = "remark";
    public const string Refusal = "refusal";

    /// <summary>Longest line; the longest sheets of the field have a twentieth of it.</summary>
    private const int Longest = 1024 * 1024;

    private readonly MemoryStream _line = new();
    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(RawSheet sheet) => WriteLine(() =>
    {
        _json.WriteStartArray();
        _json.WriteNumberValue((int)sheet.Kind);
        _json.WriteNumberValue(sheet.Line);
        _json.WriteStartObject();
        foreach (var (field, value) in sheet.Values)
        {
            _json.WritePropertyName(field);
            WriteValue(value);
        }

        _json.WriteEndObject();
        _json.WriteEndArray();
    });

    public void WriteRemark(string remark) => WriteSaying(Remark, remark);

    public void WriteRefusal(string refusal) => WriteSaying(Refusal, refusal);

    public void Dispose()
    {
        _json.Dispose();
        _line.Dispose();
    }

    private void WriteSaying(string name, string text) => WriteLine(() =>
    {
        _json.WriteStartObject();
        _json.WriteString(name, text);
        _json.WriteEndObject();
    });

    private void WriteLine(Action write)
    {
        _line.SetLength(0);
        _json.Reset(_line);
        write();
        _json.Flush();
        if (_line.Length > Longest)
        {
            throw new SheetsUnreadableException(SheetFile.Enormous);
        }

        _line.WriteByte((byte)'\n');
        _line.WriteTo(target);
    }

    /// <summary>A day is a list of one, which no cell is.</summary>
    private void WriteValue(object value)
    {
        switch (value)
        {
            case double number when double.IsFinite(number):
                _json.WriteNumberValue(number);
                break;
            case bool mark:
                _json.WriteBooleanValue(mark);
                break;
            case DateTime day:
                _json.WriteStartArray();
                _json.WriteStringValue(day);
                _json.WriteEndArray();
                break;
            default:
                _json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
