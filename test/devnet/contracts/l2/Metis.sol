// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// METIS as an ERC-20 at its predeploy address. The code is placed there without running a constructor, so nothing may
/// depend on one: name and symbol are constants. Unlike on Andromeda the native balance is separate.
contract Metis is ERC20("", "") {
    function name() public pure override returns (string memory) {
        return "Metis Token";
    }

    function symbol() public pure override returns (string memory) {
        return "Metis";
    }

    /// Only the devnet has this: money for its accounts and for its bridge.
    function devnetMint(address account, uint256 amount) external {
        _mint(account, amount);
    }
}
