// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// A Chainlink aggregator for METIS / USD whose answer anyone sets. Needs no constructor: it can be placed by anvil_setCode.
contract PriceFeed {
    uint8 public constant decimals = 8;
    string public constant description = "METIS / USD";

    uint80 private _round;
    int256 private _answer;
    uint256 private _updatedAt;

    function setAnswer(int256 answer) external {
        setAnswerAt(answer, block.timestamp);
    }

    /// For a feed that has gone silent.
    function setAnswerAt(int256 answer, uint256 updatedAt) public {
        _round++;
        _answer = answer;
        _updatedAt = updatedAt;
    }

    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return (_round, _answer, _updatedAt, _updatedAt, _round);
    }
}
