using System.Collections.Concurrent;
using Seminar.Ui;

namespace Seminar.People.Features.PrintBadges;

/// <summary>QR codes already drawn: 488 of them take longer than the rest of the page.</summary>
internal sealed class DrawnCodes
{
    private const int Most = 4000;

    private readonly ConcurrentDictionary<string, QrDrawing> _drawn = new();

    /// <summary>Draws in the background, while someone chooses what to print.</summary>
    public void Prepare(IReadOnlyList<string> texts) => _ = Task.Run(() => Parallel.ForEach(texts, text => Of(text)));

    public QrDrawing Of(string text)
    {
        if (_drawn.Count > Most)
        {
            _drawn.Clear();
        }

        return _drawn.GetOrAdd(text, QrDrawing.Of);
    }
}
