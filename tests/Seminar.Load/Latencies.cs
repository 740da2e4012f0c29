namespace Seminar.Load;

/// <summary>Times in logarithmic classes, 2 % wide, from a microsecond.</summary>
internal sealed class Latencies
{
    private const double Width = 1.02;

    private readonly int[] _classes = new int[1200];

    public long Count { get; private set; }

    public void Add(double microseconds)
    {
        _classes[Math.Clamp((int)(Math.Log(Math.Max(1, microseconds)) / Math.Log(Width)), 0, _classes.Length - 1)]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var i = 0; i < _classes.Length; i++)
        {
            _classes[i] += other._classes[i];
        }

        Count += other.Count;
    }

    /// <returns>Milliseconds that the given part of the times does not exceed.</returns>
    public double Percentile(double part)
    {
        var left = Count * part;
        for (var i = 0; i < _classes.Length; i++)
        {
            left -= _classes[i];
            if (left <= 0)
            {
                return Math.Pow(Width, i + 1) / 1000;
            }
        }

        return 0;
    }
}
