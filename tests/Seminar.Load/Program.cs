using Seminar.Load;

if (args is [Yardstick.Argument, var file, ..])
{
    await Yardstick.ServeAsync(file, args[2..]);
    return 0;
}

string[] known = ["day", "bell", "saturation", "idle", "storm", "kill"];
var isShort = args.Contains("--short");
var sections = args.Where(known.Contains).ToList();
if (args.Except([.. known, "--short"]).Any())
{
    Console.Error.WriteLine("Usage : [day] [bell] [saturation] [idle] [storm] [kill] [--short]");
    return 2;
}

var scenarios = new Scenarios(isShort ? Sizes.Short : Sizes.Full);
foreach (var section in sections.Count == 0 ? [.. known] : sections)
{
    await scenarios.RunAsync(section);
}

return scenarios.Print() ? 0 : 1;
