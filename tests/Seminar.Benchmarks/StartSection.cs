namespace Seminar.Benchmarks;

/// <summary>From the start of the process to the first page answered, with eight themes, against an empty application.</summary>
internal static class StartSection
{
    private const int Runs = 12;
    private const int Themes = 8;

    public static async Task MeasureAsync(Published published, Table table)
    {
        await RequireThemesAsync(published);
        var ours = new List<double>();
        var empty = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            empty.Add(Measure(published.StartEmpty));
            ours.Add(Measure(published.StartHost));
            Console.WriteLine($"Démarrage {run + 1}/{Runs} : {ours[^1]:N0} ms, application vide {empty[^1]:N0} ms");
        }

        table.AddAtMost($"démarrage, {Themes} thématiques, médiane de {Runs}", "ms", Figures.Median(ours), Figures.Median(empty), 3);
    }

    private static double Measure(Func<Server> start)
    {
        using var server = start();
        return server.UntilAnswers("/").Elapsed.TotalMilliseconds;
    }

    private static async Task RequireThemesAsync(Published published)
    {
        using var server = published.StartHost();
        server.UntilAnswers("/");
        using var client = new HttpClient();
        using var themes = System.Text.Json.JsonDocument.Parse(
            await client.GetStringAsync(new Uri($"http://127.0.0.1:{server.Port}/api/themes")));
        var running = themes.RootElement.EnumerateArray().Count(theme => theme.GetProperty("state").ToString() == "Running");
        if (running != Themes)
        {
            Console.WriteLine($"Attention : {running} thématiques en service au lieu de {Themes}, le rapport ne vaut rien.");
        }
    }
}
