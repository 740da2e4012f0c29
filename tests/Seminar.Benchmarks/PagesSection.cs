using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Seminar.Benchmarks;

/// <summary>Requests a second and p99 of a workshop's page, against a bare endpoint that answers the same bytes.</summary>
internal static class PagesSection
{
    private const string Page = "/ateliers/engagement";
    private const int Connections = 16;
    private const int Rounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static async Task MeasureAsync(Published published, Table table)
    {
        using var host = published.StartHost();
        var page = host.UntilAnswers(Page).Body;
        var file = Path.Combine(published.Data, "page.html");
        await File.WriteAllBytesAsync(file, page);
        using var bare = new Server(Environment.ProcessPath!, [BytesYardstick.Argument, file]);
        bare.UntilAnswers("/");

        var ours = new List<Load>();
        var yardstick = new List<Load>();
        for (var round = 0; round < Rounds; round++)
        {
            yardstick.Add(await LoadAsync(bare.Port, "/"));
            ours.Add(await LoadAsync(host.Port, Page));
            Console.WriteLine($"Page, tour {round + 1}/{Rounds} : {ours[^1]}, étalon {yardstick[^1]}");
        }

        table.AddAtLeast(
            $"page d'atelier, {page.Length / 1024} Kio, {Connections} connexions", "req/s",
            Figures.Median(ours.Select(load => load.PerSecond)), Figures.Median(yardstick.Select(load => load.PerSecond)), 1 / 3.0);
        table.AddWithoutGoal(
            "page d'atelier, p99", "ms",
            Figures.Median(ours.Select(load => load.P99)), Figures.Median(yardstick.Select(load => load.P99)));
    }

    private static async Task<Load> LoadAsync(int port, string path)
    {
        await RunAsync(port, path, WarmUp);
        return await RunAsync(port, path, Measured);
    }

    private static async Task<Load> RunAsync(int port, string path, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(port, path, clock, time))));
        var seconds = clock.Elapsed.TotalSeconds;
        var all = latencies.SelectMany(each => each).ToList();
        return new Load(all.Count / seconds, Figures.Percentile(all, 0.99));
    }

    private static async Task<List<double>> AskAsync(int port, string path, Stopwatch clock, TimeSpan time)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        using var connection = new Connection(socket, path);
        var latencies = new List<double>();
        while (clock.Elapsed < time)
        {
            var start = Stopwatch.GetTimestamp();
            var status = await connection.AskAsync();
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (status != 200)
            {
                throw new InvalidOperationException($"{path} answers {status}.");
            }
        }

        return latencies;
    }

    private sealed record Load(double PerSecond, double P99)
    {
        public override string ToString() => $"{PerSecond:N0} req/s, p99 {P99:N1} ms";
    }
}
