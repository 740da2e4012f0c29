using System.Globalization;
using Seminar.SynthesisQuality;

// How well the synthesis finds what a careful reader found, against two simple methods; how stable and how fast it is.
//   dotnet run -c Release --project tests/Seminar.SynthesisQuality -- [quality] [stability] [growth] [--detail] [--reference FILE] [--seminar FOLDER]
CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));
var sections = args.Where(arg => arg is "quality" or "stability" or "growth").DefaultIfEmpty("quality").ToHashSet();
var corpus = Corpus.Load(Option("--seminar") ?? Path.Combine(root, "seeds/occitanie-cej"));

if (sections.Contains("quality"))
{
    var reference = Reference.Load(Option("--reference") ?? Path.Combine(root, "tests/Seminar.Topics.Tests/reference-sample.json"));
    var findings = corpus.Find();
    Print("Sujets", reference.Topics, Proposed.From(findings.Topics));
    Print("Axes", reference.Axes, Proposed.From(findings.Axes));
}

if (sections.Contains("stability"))
{
    var (mean, worst, reshuffled) = Stability.Without(corpus);
    Console.WriteLine($"\nUne note sur cinq retirée, l’une après l’autre : ressemblance moyenne des sujets {mean:N4}, la pire {worst:N2}, {reshuffled} sujets changés.");
}

if (sections.Contains("growth"))
{
    Console.WriteLine();
    Growth.Print(corpus);
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;

void Print(string title, IReadOnlyList<ReferenceTopic> reference, IReadOnlyList<Proposed> proposed)
{
    Console.WriteLine($"\n{title} : {reference.Count} de référence, {proposed.Count} proposés");
    var scores = reference.Select(wanted => Score.Of(wanted, proposed)).ToList();
    foreach (var score in scores)
    {
        Console.WriteLine($"  précision {score.Precision:N2}  rappel {score.Recall:N2}  F1 {score.F1:N2}  {score.Name} ← {score.Best}");
        if (args.Contains("--detail"))
        {
            score.Missed.ToList().ForEach(item => Console.WriteLine($"      manque  {item}"));
            score.Extra.ToList().ForEach(item => Console.WriteLine($"      de trop {item}"));
        }
    }

    Mean("cette méthode", scores);
    Mean("racines seules", [.. reference.Select(wanted => Score.Of(wanted, Baselines.SingleStems(corpus.Items)))]);
    Mean("k-moyennes TF-IDF", [.. reference.Select(wanted => Score.Of(wanted, Baselines.KMeans(corpus.Items, clusters: 48)))]);
}

static void Mean(string method, List<Score> scores) =>
    Console.WriteLine($"  en moyenne, {method,-18} précision {scores.Average(score => score.Precision):N3}  rappel {scores.Average(score => score.Recall):N3}  F1 {scores.Average(score => score.F1):N3}");
