using System.Text.Json;

namespace Seminar.Offer.Reading;

/// <summary>The elements of the lists of a JSON file, one at a time: the file need not fit into memory.</summary>
internal sealed class JsonElements
{
    /// <summary>Longest element, and longest part that is passed by; a sheet of the field has some ten thousand bytes.</summary>
    private const int Longest = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly IReadOnlyCollection<string> _lists;
    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private bool _isLast;
    private JsonReaderState _state;
    private bool _isInList;
    private string? _list;

    private JsonElements(Stream stream, IReadOnlyCollection<string> lists)
    {
        _stream = stream;
        _lists = lists;
    }

    /// <param name="stream">A list, or an object that holds lists.</param>
    /// <param name="lists">Names of the properties whose lists are read.</param>
    /// <returns>Each element with the name of its list; no name when the whole file is one.</returns>
    public static IEnumerable<(string? List, JsonElement Element)> Of(Stream stream, IReadOnlyCollection<string> lists)
    {
        var elements = new JsonElements(stream, lists);
        elements.Fill();
        while (elements.Next() is { } element)
        {
            yield return (elements._list, element);
        }
    }

    private JsonElement? Next()
    {
        while (true)
        {
            var (found, element, isEnd) = Step();
            if (found)
            {
                return element;
            }

            if (isEnd)
            {
                return null;
            }

            Fill();
        }
    }

    /// <summary>Goes on in what was read so far; more is needed when it finds nothing.</summary>
    private (bool Found, JsonElement Element, bool IsEnd) Step()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                Keep(before);
                return (false, default, _isLast);
            }

            if (_isInList && reader.TokenType != JsonTokenType.EndArray)
            {
                if (!JsonDocument.TryParseValue(ref reader, out var document))
                {
                    Keep(before);
                    return (false, default, false);
                }

                Keep(reader);
                return (true, document.RootElement, false);
            }

            if (!Follow(ref reader))
            {
                Keep(before);
                return (false, default, false);
            }
        }

        void Keep(Utf8JsonReader at)
        {
            _start += (int)at.BytesConsumed;
            _state = at.CurrentState;
        }
    }

    /// <summary>Enters the lists that were asked for and passes by all else; false when more must be read first.</summary>
    private bool Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndArray:
                _isInList = false;
                return true;
            case JsonTokenType.StartArray when reader.CurrentDepth == 0:
                _isInList = true;
                return true;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                var isAsked = _lists.Contains(name);
                var ahead = reader;
                if (!ahead.Read())
                {
                    return false;
                }

                if (isAsked && ahead.TokenType == JsonTokenType.StartArray)
                {
                    reader = ahead;
                    (_isInList, _list) = (true, name);
                    return true;
                }

                return reader.TrySkip();
            default:
                return true;
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= Longest)
            {
                throw new SheetsUnreadableException(SheetFile.Enormous);
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        if (_end == 0 && _buffer.AsSpan(0, Math.Min(read, 3)) is [0xEF, 0xBB, 0xBF])
        {
            _start = 3;
        }

        _isLast = read == 0;
        _end += read;
    }
}
