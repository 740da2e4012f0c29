using System.Collections.Concurrent;
using System.Diagnostics;

namespace Seminar.Load;

/// <summary>How large a run is.</summary>
internal sealed record Sizes(int Boards, int Clients, TimeSpan Day, TimeSpan Step, int Turns, int Idle, int Kills)
{
    public static Sizes Full { get; } = new(8, 84, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(6), 2, 2000, 10);

    public static Sizes Short { get; } = new(8, 12, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(2), 1, 200, 2);
}

/// <summary>The days that a board must live through, each on the product and, where there is a comparison, on the yardstick.</summary>
internal sealed class Scenarios(Sizes sizes)
{
    private const int EarlierClients = 20;
    private static readonly TimeSpan TooSlow = TimeSpan.FromMilliseconds(500);

    /// <summary>What must come and has not by then never comes; a busy machine is slow, not wrong.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly List<string> _lines = [];
    private bool _isWhole = true;

    public Task RunAsync(string section) => section switch
    {
        "day" => CompareAsync("jour réel", sizes.Clients, 2, TimedAsync(sizes.Day, TimeSpan.FromSeconds(10))),
        "bell" => CompareAsync("cloche", sizes.Clients, 4, TimedAsync(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1))),
        "saturation" => SaturationAsync(),
        "idle" => IdleAsync(),
        "storm" => StormAsync(),
        _ => KillAsync(),
    };

    /// <returns>Whether nothing was lost, doubled or out of order.</returns>
    public bool Print()
    {
        Console.WriteLine();
        _lines.ForEach(Console.WriteLine);
        Console.WriteLine($"{Environment.ProcessorCount} cœurs, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}, tout sur la même machine");
        Console.WriteLine(_isWhole ? "Rien de perdu, rien en double, tout dans l’ordre." : "DES NOTES MANQUENT, SONT EN DOUBLE OU EN DÉSORDRE.");
        return _isWhole;
    }

    private async Task CompareAsync(string name, int clients, double goal, Func<Target, int, Task<Outcome>> play)
    {
        Outcome yard;
        using (var yardstick = new YardstickTarget())
        {
            await yardstick.PrepareAsync(clients);
            yard = await play(yardstick, clients);
        }

        using var product = new ProductTarget();
        await product.PrepareAsync(clients);
        var own = await play(product, clients);
        Tell($"{name} ({sizes.Boards} × {clients}) : p50 {own.P50:0.0} ms, p99 {own.P99:0.0} ms ; étalon {yard.P50:0.0} et {yard.P99:0.0} ms ; rapport des p99 {own.P99 / yard.P99:0.00} (but ≤ {goal}) ; {own.Notes} notes, {own.Told} événements");
        Check(own, name);
    }

    /// <summary>Every client posts at its own moment of each period.</summary>
    private Func<Target, int, Task<Outcome>> TimedAsync(TimeSpan length, TimeSpan period) => (target, clients) => PlayAsync(target, clients, async (post, stop) =>
    {
        await Task.Delay(period * Random.Shared.NextDouble(), CancellationToken.None);
        var clock = Stopwatch.StartNew();
        for (var due = TimeSpan.Zero; due < length - (period * 0.5); due += period)
        {
            if (due > clock.Elapsed)
            {
                await Task.Delay(due - clock.Elapsed, CancellationToken.None);
            }

            await post();
        }
    });

    private async Task SaturationAsync()
    {
        const int Clients = 60;
        var clients = Math.Min(Clients, sizes.Clients);
        var best = new Dictionary<string, double>();
        // In turns, and the best of each counts: what else the machine does weighs on both.
        Func<Target>[] inTurns = [() => new YardstickTarget(), () => new ProductTarget(), () => new YardstickTarget(), () => new ProductTarget()];
        foreach (var make in inTurns.Take(sizes.Turns * 2))
        {
            using var target = make();
            await target.PrepareAsync(clients);
            for (var writers = 1; writers <= clients; writers = Math.Min(clients, writers * 2) == writers ? clients + 1 : Math.Min(clients, writers * 2))
            {
                var number = writers;
                var outcome = await PlayAsync(target, clients, async (post, stop) =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        await post();
                    }
                }, number, sizes.Step);
                var rate = outcome.Notes / outcome.Length.TotalSeconds;
                Tell($"saturation, {target.Name}, {sizes.Boards} × {number} écrivent sans pause, {sizes.Boards} × {clients} lisent : {rate:0} notes/s, p99 {outcome.P99:0} ms");
                if (target is ProductTarget)
                {
                    Check(outcome, "saturation");
                }

                if (outcome.P99 > TooSlow.TotalMilliseconds)
                {
                    break;
                }

                best[target.Name] = Math.Max(best.GetValueOrDefault(target.Name), rate);
            }
        }

        Tell($"saturation : {best.GetValueOrDefault("Seminar"):0} notes/s durables, étalon {best.GetValueOrDefault("étalon"):0} ; rapport {best.GetValueOrDefault("Seminar") / best.GetValueOrDefault("étalon"):0.00} (but ≥ 0,6)");
    }

    private async Task IdleAsync()
    {
        using var target = new ProductTarget();
        await target.PrepareAsync(4);
        // Others came and went before: what is compiled for the first hundred is no cost of the last thousand.
        await Task.WhenAll((await ListenAllAsync(target, EarlierClients)).Select(async listener =>
        {
            await Task.Delay(5000);
            await listener.StopAsync();
        }));
        var warm = await ListenAllAsync(target, 4);
        await Task.Delay(5000);
        var before = target.Server.Resident;
        var listeners = new List<Listener>();
        for (var i = 0; i < sizes.Idle; i++)
        {
            listeners.Add(target.Listen(i % sizes.Boards, i / sizes.Boards));
        }

        await Task.Delay(25_000);
        var each = (target.Server.Resident - before) / 1024.0 / sizes.Idle;
        Tell($"{sizes.Idle} connexions au repos : {each:0.0} ko chacune en plus de la mémoire au repos (but ≤ 20)");
        await Task.WhenAll(listeners.Concat(warm).Select(listener => listener.StopAsync()));
    }

    private async Task StormAsync()
    {
        using var target = new ProductTarget();
        await target.PrepareAsync(sizes.Clients);
        var listeners = await ListenAllAsync(target, sizes.Clients);
        await Task.Delay(1000);
        listeners.ForEach(listener => listener.Cut());
        var clock = Stopwatch.StartNew();
        var posters = Enumerable.Range(0, sizes.Boards).Select(board => target.PosterOf(board, 0)).ToList();
        foreach (var poster in posters)
        {
            await poster.SendAsync(target.Note(Guid.NewGuid()), CancellationToken.None);
        }

        while (clock.Elapsed < Patience && listeners.Any(listener => listener.Events == 0))
        {
            await Task.Delay(20);
        }

        Tell($"{listeners.Count} clients coupés et revenus ensemble : à jour après {clock.Elapsed.TotalSeconds:0.0} s (but ≤ 5)");
        _isWhole &= listeners.All(listener => listener is { Events: 1, OutOfOrder: 0, Resets: 0 });
        await Task.WhenAll(listeners.Select(listener => listener.StopAsync()));
    }

    private async Task KillAsync()
    {
        using var target = new ProductTarget();
        await target.PrepareAsync(sizes.Clients);
        var listeners = await ListenAllAsync(target, sizes.Clients);
        var acknowledged = new ConcurrentDictionary<(int Board, Guid Note), int>();
        var sent = new ConcurrentDictionary<Guid, int>();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(0, sizes.Boards).SelectMany(board => Enumerable.Range(0, sizes.Clients).Select(client => Task.Run(async () =>
        {
            using var poster = target.PosterOf(board, client);
            while (!stop.IsCancellationRequested)
            {
                // As the outbox does: the same operation again until it is acknowledged.
                var id = Guid.NewGuid();
                var body = target.Note(id);
                sent[id] = 0;
                while (!await poster.SendAsync(body, CancellationToken.None))
                {
                    await Task.Delay(Random.Shared.Next(100, 500));
                }

                acknowledged[(board, id)] = 0;
                await Task.Delay(Random.Shared.Next(500, 1500));
            }
        }))).ToList();
        for (var kill = 0; kill < sizes.Kills; kill++)
        {
            await Task.Delay(Random.Shared.Next(1500, 3000));
            target.Server.Kill();
            await target.Server.StartAsync();
        }

        await Task.Delay(2000);
        await stop.CancelAsync();
        await Task.WhenAll(writing);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && Behind() > 0;)
        {
            await Task.Delay(50);
        }

        var (lost, doubled) = (0, 0);
        for (var board = 0; board < sizes.Boards; board++)
        {
            var notes = await ((ProductTarget)target).NotesAsync(board);
            lost += acknowledged.Keys.Count(key => key.Board == board && !notes.ContainsKey(key.Note));
            doubled += notes.Values.Count(times => times > 1);
        }

        var behind = Behind();
        var gaps = listeners.Sum(listener => listener.OutOfOrder);
        Tell($"kill -9, {sizes.Kills} fois en pleine journée : {acknowledged.Count} notes acquittées, {lost} perdues, {doubled} en double, {behind} clients en retard, {gaps} trous ou doubles dans les flux, {listeners.Sum(listener => listener.Resets)} relectures");
        _isWhole &= lost == 0 && doubled == 0 && behind == 0 && gaps == 0;
        await Task.WhenAll(listeners.Select(listener => listener.StopAsync()));

        int Behind() => listeners.Chunk(sizes.Clients).Sum(board => board.Count(listener => listener.Last != board.Max(each => each.Last)));
    }

    private async Task<List<Listener>> ListenAllAsync(Target target, int clients)
    {
        await target.BeginAsync();
        return [.. Enumerable.Range(0, sizes.Boards).SelectMany(board => Enumerable.Range(0, clients).Select(client => target.Listen(board, client)))];
    }

    /// <summary>Everyone listens; some write, each in its own way; then everyone must have been told of all that was acknowledged.</summary>
    private async Task<Outcome> PlayAsync(Target target, int clients, Func<Func<Task>, CancellationToken, Task> write, int? writers = null, TimeSpan? length = null)
    {
        var listeners = await ListenAllAsync(target, clients);
        await Task.Delay(1500);
        var acknowledged = new int[sizes.Boards];
        using var stop = new CancellationTokenSource();
        if (length is { } limit)
        {
            stop.CancelAfter(limit);
        }

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, sizes.Boards).SelectMany(board => Enumerable.Range(0, writers ?? clients).Select(client => Task.Run(async () =>
        {
            using var poster = target.PosterOf(board, client);
            await write(
                async () =>
                {
                    if (await poster.SendAsync(target.Note(Guid.NewGuid()), CancellationToken.None))
                    {
                        Interlocked.Increment(ref acknowledged[board]);
                    }
                },
                stop.Token);
        }))));
        var elapsed = clock.Elapsed;
        for (var patience = 0; patience < 4800 && listeners.Select((listener, index) => listener.Events < acknowledged[index / clients]).Any(late => late); patience++)
        {
            await Task.Delay(50);
        }

        var latencies = new Latencies();
        listeners.ForEach(listener => latencies.Add(listener.Latencies));
        var outcome = new Outcome(
            acknowledged.Sum(), listeners.Sum(listener => listener.Events), latencies.Percentile(0.5), latencies.Percentile(0.99), elapsed,
            listeners.Select((listener, index) => Math.Abs(acknowledged[index / clients] - listener.Events)).Sum(), listeners.Sum(listener => listener.OutOfOrder), listeners.Sum(listener => listener.Resets));
        await Task.WhenAll(listeners.Select(listener => listener.StopAsync()));
        return outcome;
    }

    private void Check(Outcome outcome, string name)
    {
        if (outcome.Missing > 0 || outcome.OutOfOrder > 0)
        {
            // A reader that was told to read the board again has lost nothing.
            Tell($"{name} : {outcome.Missing} événements manquent ou sont en trop, {outcome.OutOfOrder} en désordre, {outcome.Resets} relectures");
            _isWhole &= outcome.Resets > 0 && outcome.OutOfOrder == 0;
        }
    }

    private void Tell(string line)
    {
        Console.WriteLine(line);
        _lines.Add(line);
    }

    private sealed record Outcome(int Notes, long Told, double P50, double P99, TimeSpan Length, long Missing, long OutOfOrder, long Resets);
}
