using System.Globalization;

namespace Papergraph.TestKit;

/// <summary>How long a test of random events goes on: as long as an environment variable says, else as short as suits every run.</summary>
public static class CampaignSize
{
    /// <summary>Processes that are killed.</summary>
    public static int Kills(int otherwise) => Of("PAPERGRAPH_CAMPAIGN_KILLS", otherwise);

    /// <summary>Files that are damaged.</summary>
    public static int Flips(int otherwise) => Of("PAPERGRAPH_CAMPAIGN_FLIPS", otherwise);

    /// <summary>Operations that are compared with a model.</summary>
    public static int ModelSteps(int otherwise) => Of("PAPERGRAPH_MODEL_STEPS", otherwise);

    private static int Of(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int size)
            ? size
            : otherwise;
}
